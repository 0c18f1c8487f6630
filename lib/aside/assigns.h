// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QString>
#include <QVarLengthArray>
#include <QVariant>

#include <concepts>
#include <initializer_list>
#include <memory>
#include <variant>

namespace Aside {

/// A change that needs the value it changes; made by update(). Copies share one functor.
class ASIDE_EXPORT Update
{
public:
    /// Computes the new value. The home thread calls it, inside a commit: it must not assign.
    /// Throws AssignError if \a current is not of the type that the functor takes.
    QVariant operator()(const QString &key, const QVariant &current) const
    {
        return m_functor->call(key, current);
    }

private:
    struct Functor
    {
        virtual ~Functor() = default;
        virtual QVariant call(const QString &key, const QVariant &current) = 0;
    };
    template<typename F>
    struct FunctorOf;

    explicit Update(std::shared_ptr<Functor> functor) : m_functor(std::move(functor)) { }

    template<typename F>
    friend Update update(F functor);

    std::shared_ptr<Functor> m_functor;
};

/// Changes a value by a functor that gets the value current at that moment, and returns the new one.
///
/// The functor may take its argument by type; the value must be of that type, or convert to it without
/// loss. One that takes QVariant, or any type (`const auto &`), gets the QVariant as it is. It runs on
/// the home thread, within the commit, so it should be short, and it cannot assign; what it reads of
/// the ViewModel is as it was before the commit. Whatever it throws refuses the commit.
///
/// \code
/// return Assigns{{u"done"_s, update([](int n) { return n + 1; })}};
/// \endcode
template<typename F>
Update update(F functor);

/// The ordered list of sets and updates that a functor returns, applied as one commit: all sets
/// first, in order, then all updates, in order. A pure value; make it on any thread.
///
/// It keeps values, and nothing that only refers to one: string views and unfinished concatenations
/// (QStringBuilder) become a QString.
///
/// \code
/// return Assigns{{u"rows"_s, rows}, {u"total"_s, update([](int n) { return n + 100; })}};
/// \endcode
class ASIDE_EXPORT Assigns
{
public:
    /// One key and its change.
    class Entry
    {
    public:
        Entry() = default; ///< without a key, which every store refuses
        template<typename T>
            requires(!std::same_as<std::remove_cvref_t<T>, Update>)
        Entry(const QString &key, T &&value); // NOLINT(google-explicit-constructor)
        Entry(const QString &key, Update update) : m_key(key), m_change(std::move(update)) { }

        const QString &key() const { return m_key; }
        bool isUpdate() const { return m_change.index() == 1; }
        /// The value of a set. Only if !isUpdate().
        QVariant &value() { return *std::get_if<QVariant>(&m_change); }
        const QVariant &value() const { return *std::get_if<QVariant>(&m_change); }
        /// The functor of an update. Only if isUpdate().
        const Update &update() const { return *std::get_if<Update>(&m_change); }

    private:
        QString m_key;
        std::variant<QVariant, Update> m_change;
    };

    Assigns() = default;
    Assigns(std::initializer_list<Entry> entries) { m_entries.append(entries.begin(), qsizetype(entries.size())); }

    /// Adds a set. A later set of the same key wins.
    template<typename T>
    Assigns &set(const QString &key, T &&value)
    {
        m_entries.emplace_back(key, std::forward<T>(value));
        return *this;
    }
    /// Adds an update; see Aside::update.
    template<typename Functor>
    Assigns &update(const QString &key, Functor functor)
    {
        m_entries.emplace_back(key, Aside::update(std::move(functor)));
        return *this;
    }
    /// Adds all of \a later behind what is there.
    Assigns &append(Assigns later);

    bool isEmpty() const { return m_entries.isEmpty(); }
    qsizetype size() const { return m_entries.size(); }
    void reserve(qsizetype size) { m_entries.reserve(size); }
    auto begin() { return m_entries.begin(); }
    auto end() { return m_entries.end(); }
    auto begin() const { return m_entries.cbegin(); }
    auto end() const { return m_entries.cend(); }

private:
    // Most results are one entry: it lives inside, without an allocation.
    QVarLengthArray<Entry, 1> m_entries;
};

} // namespace Aside

#include <aside/assigns_impl.h>
