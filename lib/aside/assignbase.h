// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What declared assigns are to the store, and what they have in common. Not to be used by itself.

#include <aside/assigns.h>
#include <aside/export.h>

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <type_traits>
#include <utility>

/// What calls `nameChanged()` of the class that declares the assign.
#define ASIDE_NOTIFIER(name)                                                                        \
    [](QObject *object) {                                                                           \
        Q_EMIT static_cast<std::remove_cvref_t<decltype(*this)> *>(object)->name##Changed();        \
    }

namespace Aside {
class ViewModel;
}

namespace Aside::Detail {

class Store;

/// What every declared assign is to the store, whatever its type.
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
    friend class Store;
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

} // namespace Aside::Detail
