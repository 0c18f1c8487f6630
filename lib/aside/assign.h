// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assignbase.h>

#include <functional>
#include <initializer_list>
#include <utility>

/// Declares a typed assign in a subclass of ViewModel, in one line: type, name, initial value
/// (T{} where none is given). Needs Q_OBJECT. Leaves the access at `public:`.
///
/// It makes a member `name` of type Assign<Type> for C++, a Q_PROPERTY `name` for QML, and its
/// NOTIFY signal `nameChanged()`. The type needs `==`, and can be copied; one with a comma or a space
/// (a pointer) needs an alias. A name that would hide a member of QObject or ViewModel, or that a base
/// class declares already, makes the constructor throw AssignError.
///
/// \code
/// class Counter : public Aside::ViewModel
/// {
///     Q_OBJECT
///     ASIDE_ASSIGN(int, count, 0)
///     ASIDE_ASSIGN(QString, label)
///     ASIDE_COMPUTED(int, twice, count * 2, count)
/// };
/// \endcode
#define ASIDE_ASSIGN(Type, name, ...)                                                               \
    Q_PROPERTY(Type name READ read_##name WRITE write_##name NOTIFY name##Changed FINAL)            \
public:                                                                                             \
    Q_SIGNAL void name##Changed();                                                                  \
    const Type &read_##name() const { return name.peek(); }                                         \
    void write_##name(const Type &value) { name.write(value); }                                     \
    Aside::Assign<Type> name{this, QStringLiteral(#name), ASIDE_NOTIFIER(name), Type{__VA_ARGS__}};

/// Declares an assign that is computed from others: type, name, expression, and the assigns that the
/// expression reads (members declared above it, or the keys of dynamic assigns). It is recomputed at
/// most once a commit, within that commit, and only if one of these changed. Read only. A comma in the
/// expression needs parentheses around it.
///
/// If the expression throws, the commit that made it throw is refused as a whole; the first time, when
/// the ViewModel is made, it comes out of the constructor. The expression must not assign.
#define ASIDE_COMPUTED(Type, name, expression, ...)                                                 \
    Q_PROPERTY(Type name READ read_##name NOTIFY name##Changed FINAL)                               \
public:                                                                                             \
    Q_SIGNAL void name##Changed();                                                                  \
    const Type &read_##name() const { return name.peek(); }                                         \
    Aside::Computed<Type> name{this, QStringLiteral(#name), ASIDE_NOTIFIER(name),                   \
                               [this]() -> Type { return expression; }, {__VA_ARGS__}};

namespace Aside {

/// A declared assign: made by ASIDE_ASSIGN. It reads as a T: by itself, by value(), by `->`. Setting it is
/// a commit of its own; to change several at once, use ViewModel::assign with a list. What is refused
/// throws, as it does there. Home thread only; any other gets ImmutableStateError.
///
/// \code
/// counter.count = 5;
/// counter.count.update([](int n) { return n + 1; });
/// \endcode
template<typename T>
class Assign final : public Detail::AssignStorage<T>
{
public:
    Assign(ViewModel *viewModel, const QString &key, Detail::AssignBase::Notifier notifier, const T &value = T())
        : Detail::AssignStorage<T>(viewModel, key, notifier, value)
    {
        this->declare();
    }

    Assign &operator=(const T &value)
    {
        this->commit(QVariant::fromValue(value));
        return *this;
    }
    Assign &operator=(T &&value)
    {
        this->commit(Detail::variantOf(std::move(value)));
        return *this;
    }
    Assign &operator=(const Assign &other) { return *this = other.value(); } // NOLINT(bugprone-unhandled-self-assignment)

    /// Changes the value by a functor; see Aside::update.
    template<typename Functor>
    void update(Functor functor)
    {
        this->commit(Aside::update(std::move(functor)));
    }

    /// What the property's WRITE function calls: as `=`, but an error is not thrown. It becomes a
    /// JavaScript error if a script wrote the property, and is logged otherwise.
    void write(const T &value) { this->commitFromProperty(QVariant::fromValue(value)); }
};

/// A computed assign: made by ASIDE_COMPUTED. It reads as an Assign does.
template<typename T>
class Computed final : public Detail::AssignStorage<T>
{
public:
    template<typename Functor>
    Computed(ViewModel *viewModel, const QString &key, Detail::AssignBase::Notifier notifier,
             Functor functor, std::initializer_list<Detail::Dependency> dependencies)
        : Detail::AssignStorage<T>(viewModel, key, notifier, functor())
        , m_functor(std::move(functor))
    {
        QStringList keys;
        for (const Detail::Dependency &dependency : dependencies)
            keys.append(dependency.key());
        this->declareComputed(keys);
    }

private:
    QVariant compute() const override { return Detail::variantOf(m_functor()); }

    std::function<T()> m_functor;
};

} // namespace Aside
