// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns.h>
#include <aside/export.h>

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <initializer_list>
#include <type_traits>
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

#define ASIDE_NOTIFIER(name)                                                                        \
    [](QObject *object) {                                                                           \
        Q_EMIT static_cast<std::remove_cvref_t<decltype(*this)> *>(object)->name##Changed();        \
    }

namespace Aside {

class ViewModel;

namespace Detail {
class Store;
}

/// What every declared assign is to the store, whatever its type. Not to be used by itself.
class ASIDE_EXPORT AssignBase
{
public:
    using Notifier = void (*)(QObject *);

    QString key() const;

protected:
    AssignBase(ViewModel *viewModel, const QString &key, Notifier notifier, QMetaType type, const QVariant &value);
    virtual ~AssignBase();
    Q_DISABLE_COPY_MOVE(AssignBase)

    void declare();
    void declareComputed(const QStringList &dependencies);
    void checkThread() const;
    void commit(QVariant value);
    void commit(Update update);
    /// As commit(), for the property's WRITE function: an error goes to the script, or to the log.
    void commitFromProperty(QVariant value);

    virtual QVariant compute() const;

private:
    friend class Detail::Store;
    template<typename T>
    friend class AssignStorage;

    ViewModel *m_viewModel;
    QString m_key;
    Notifier m_notifier;
    QMetaType m_type;
    // A QVariant, since exchanging two of them never throws, and a snapshot shares what it holds.
    QVariant m_value;
};

/// The storage of an assign of type T. Home thread only.
///
/// Equality is T's `==`, except that values with the same bytes are equal: data that both share is
/// never walked, and a NaN is equal to itself.
template<typename T>
class AssignStorage : public AssignBase
{
    static_assert(QTypeTraits::has_operator_equal_v<T>, "the type of an assign needs ==");

public:
    /// The value; the reference holds until the assign changes. Throws ImmutableStateError on any
    /// thread but the home thread.
    const T &value() const
    {
        checkThread();
        return peek();
    }
    operator const T &() const { return value(); } // NOLINT(google-explicit-constructor)
    const T *operator->() const { return &value(); }

    /// The value without the check of the thread: for the property's READ function.
    const T &peek() const
    {
        if constexpr (std::is_same_v<T, QVariant>)
            return m_value;
        else
            return *static_cast<const T *>(m_value.constData());
    }

protected:
    AssignStorage(ViewModel *viewModel, const QString &key, Notifier notifier, const T &value)
        : AssignBase(viewModel, key, notifier, QMetaType::fromType<T>(), QVariant::fromValue(value))
    {
    }
};

/// A declared assign: made by ASIDE_ASSIGN. Setting it is a commit of its own; to change several at
/// once, use ViewModel::assign with a list.
///
/// \code
/// counter.count = 5;
/// counter.count.update([](int n) { return n + 1; });
/// \endcode
template<typename T>
class Assign final : public AssignStorage<T>
{
public:
    Assign(ViewModel *viewModel, const QString &key, AssignBase::Notifier notifier, const T &value = T())
        : AssignStorage<T>(viewModel, key, notifier, value)
    {
        this->declare();
    }

    Assign &operator=(const T &value)
    {
        this->commit(QVariant::fromValue(value));
        return *this;
    }
    Assign &operator=(const Assign &other) { return *this = other.value(); } // NOLINT(bugprone-unhandled-self-assignment)

    template<typename Functor>
    void update(Functor functor)
    {
        this->commit(Aside::update(std::move(functor)));
    }

    /// What the property's WRITE function calls: as `=`, but an error is not thrown. It becomes a
    /// JavaScript error if a script wrote the property, and is logged otherwise.
    void write(const T &value) { this->commitFromProperty(QVariant::fromValue(value)); }
};

/// What a computed assign reads: a declared assign, or the key of a dynamic one.
class ASIDE_EXPORT Dependency
{
public:
    Dependency(const AssignBase &assign) : m_key(assign.key()) { } // NOLINT(google-explicit-constructor)
    Dependency(const QString &key) : m_key(key) { } // NOLINT(google-explicit-constructor)
    QString key() const { return m_key; }

private:
    QString m_key;
};

/// A computed assign: made by ASIDE_COMPUTED.
template<typename T>
class Computed final : public AssignStorage<T>
{
public:
    template<typename Functor>
    Computed(ViewModel *viewModel, const QString &key, AssignBase::Notifier notifier,
             Functor functor, std::initializer_list<Dependency> dependencies)
        : AssignStorage<T>(viewModel, key, notifier, functor())
        , m_functor(std::move(functor))
    {
        QStringList keys;
        for (const Dependency &dependency : dependencies)
            keys.append(dependency.key());
        this->declareComputed(keys);
    }

private:
    QVariant compute() const override { return QVariant::fromValue(m_functor()); }

    std::function<T()> m_functor;
};

} // namespace Aside
