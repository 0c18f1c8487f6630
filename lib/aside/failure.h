// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QMetaType>
#include <QObject>
#include <QString>

#include <exception>
#include <stdexcept>

namespace Aside {

/// What every error that the library throws derives from. The text is UTF-8 in what().
///
/// \code
/// try {
///     vm.assign(u"parent"_s, 1); // would hide QObject::parent()
/// } catch (const AssignError &error) {
///     qWarning().noquote() << error.message();
/// }
/// \endcode
class ASIDE_EXPORT Error : public std::runtime_error
{
public:
    explicit Error(const QString &message);
    ~Error() override;

    QString message() const;
};

/// An assign was refused: its key is reserved, its value does not fit, or an update has nothing to
/// update. The text names the key; the store is as it was before.
class ASIDE_EXPORT AssignError : public Error
{
public:
    AssignError(const QString &key, const QString &message);
    ~AssignError() override;

    QString key() const { return m_key; }

private:
    QString m_key;
};

/// A functor returned what its kind of task must not return; the text says what was missing.
class ASIDE_EXPORT ContractError : public Error
{
public:
    using Error::Error;
    ~ContractError() override;
};

/// State was touched from a thread, or at a moment, at which it may not change (after Reflex's
/// exception of the same name).
class ASIDE_EXPORT ImmutableStateError : public Error
{
public:
    using Error::Error;
    ~ImmutableStateError() override;
};

/// The ViewModel that a block asked for is gone (after Reflex's exception of the same name).
class ASIDE_EXPORT StateGoneError : public Error
{
public:
    using Error::Error;
    ~StateGoneError() override;
};

/// Why a run failed, or why a handler's error was caught: a pure value, cheap to copy, safe to hand
/// to any thread. A default-made one says that nothing failed.
///
/// \code
/// connect(&vm, &ViewModel::taskFailed, this, [this](const QString &name, const Failure &failure) {
///     if (failure.kind() == Failure::Kind::Timeout)
///         m_slow += name;
///     else
///         show(failure.message());
/// });
/// \endcode
class ASIDE_EXPORT Failure
{
    Q_GADGET
    /// A Kind. As a number, since compiled QML of Qt 6.4 cannot read an enum out of a value.
    Q_PROPERTY(int kind READ kindNumber CONSTANT FINAL)
    Q_PROPERTY(QString message READ message CONSTANT FINAL)

public:
    enum class Kind {
        None, ///< nothing failed
        Exception, ///< the functor threw
        Refused, ///< the result was refused by the store, or one of its update functors threw
        Timeout, ///< it took longer than TaskOptions::timeout
        Contract, ///< the functor returned what it must not
        Handler, ///< a slot, a binding or a handler that a commit reached threw
    };
    Q_ENUM(Kind)

    Failure() = default;
    Failure(Kind kind, const QString &message, std::exception_ptr exception = nullptr);

    /// Describes the exception that is being handled, of whatever type. Call it in a catch block.
    static Failure fromCurrentException(Kind kind = Kind::Exception);

    Kind kind() const { return m_kind; }
    /// What went wrong, for people; never empty unless kind() is None.
    QString message() const { return m_message; }
    /// The exception itself, to rethrow or to tell its type; null if there was none.
    std::exception_ptr exception() const { return m_exception; }

    /// Whether anything failed.
    explicit operator bool() const { return m_kind != Kind::None; }
    friend bool operator==(const Failure &, const Failure &) = default;

private:
    int kindNumber() const { return int(m_kind); }

    Kind m_kind = Kind::None;
    QString m_message;
    std::exception_ptr m_exception;
};

} // namespace Aside
