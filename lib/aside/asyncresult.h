// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/convert.h>
#include <aside/export.h>
#include <aside/failure.h>

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

namespace Aside {

/// What became of a value that has to be loaded: never asked for, on its way, there, or why not (after
/// Phoenix LiveView's AsyncResult). A pure value, cheap to copy, safe to hand to any thread. A
/// default-made one was never asked for.
///
/// It changes by transitions, each of which returns a new result. toOk() replaces the value and
/// toFirstLoad() drops it; all others keep it, and isOk() with it, so that a view shows the old value
/// while a refresh runs, fails or is canceled. Each takes the failure and the progress before it away.
///
/// \code
/// AsyncResult office;
/// office = office.toLoading(); // the first load
/// office = office.toOk(u"Harbour office"_s);
/// office = office.toLoading().toFailed(failure); // the refresh failed: the old value is still shown
/// const QString name = office.value<QString>(u"nobody"_s);
/// \endcode
///
/// Two are equal if all that they tell is; values that share their data are not walked.
class ASIDE_EXPORT AsyncResult
{
    Q_GADGET
    /// A Status. As a number, since compiled QML of Qt 6.4 cannot read an enum out of a value.
    Q_PROPERTY(int status READ statusNumber CONSTANT FINAL)
    /// It is on its way: the first load, or a refresh.
    Q_PROPERTY(bool loading READ isLoading CONSTANT FINAL)
    /// A load has succeeded, and toFirstLoad() was not called since: there is a value, if maybe an old one.
    Q_PROPERTY(bool ok READ isOk CONSTANT FINAL)
    Q_PROPERTY(bool failed READ hasFailed CONSTANT FINAL)
    Q_PROPERTY(bool canceled READ isCanceled CONSTANT FINAL)
    /// Of the last load that succeeded; invalid (undefined in QML) unless ok.
    Q_PROPERTY(QVariant value READ value CONSTANT FINAL)
    /// Why the last load failed; its kind is None unless failed.
    Q_PROPERTY(Aside::Failure failure READ failure CONSTANT FINAL)
    /// Of the load that runs: between 0 and 1, or -1 while unknown and where none runs.
    Q_PROPERTY(double progress READ progress CONSTANT FINAL)
    /// What the load does just now; may be empty.
    Q_PROPERTY(QString progressText READ progressText CONSTANT FINAL)

public:
    enum class Status {
        NeverAsked,
        Loading, ///< for the first time: there is no value
        Refreshing, ///< loading again; the old value is still shown
        Ok, ///< the last load succeeded
        Failed, ///< the last load failed; the old value, if any, is still shown
        Canceled, ///< the last load was canceled; the old value, if any, is still shown
    };
    Q_ENUM(Status)

    AsyncResult() = default;

    Status status() const;
    bool isLoading() const;
    bool isOk() const;
    bool hasFailed() const { return status() == Status::Failed; }
    bool isCanceled() const { return status() == Status::Canceled; }
    QVariant value() const;
    /// As a T; \a fallback where there is no valid value. Throws AssignError if T cannot hold it.
    template<typename T>
    T value(const T &fallback = T()) const
    {
        const QVariant found = value();
        return found.isValid() ? Detail::held<T>(QStringLiteral("value"), found) : fallback;
    }
    Failure failure() const;
    double progress() const;
    QString progressText() const;

    /// A load began, or began anew: the first load, or a refresh where isOk().
    AsyncResult toLoading() const;
    /// A load began, and the old value counts no longer.
    AsyncResult toFirstLoad() const;
    AsyncResult toOk(const QVariant &value) const;
    AsyncResult toFailed(const Failure &failure) const;
    /// The load was canceled. The same result unless isLoading(): what has ended stays so.
    AsyncResult toCanceled() const;
    /// The load has got to \a fraction, between 0 and 1; anything else means unknown. The same result
    /// unless isLoading().
    AsyncResult withProgress(double fraction, const QString &text = {}) const;

    friend ASIDE_EXPORT bool operator==(const AsyncResult &left, const AsyncResult &right);
    friend ASIDE_EXPORT QDebug operator<<(QDebug debug, const AsyncResult &result);

private:
    struct Data;
    explicit AsyncResult(Data data);
    const Data &data() const;
    int statusNumber() const { return int(status()); }

    std::shared_ptr<const Data> m_data; // null: never asked
};

} // namespace Aside

Q_DECLARE_TYPEINFO(Aside::AsyncResult, Q_RELOCATABLE_TYPE);
