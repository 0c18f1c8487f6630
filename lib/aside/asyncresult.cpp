// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "asyncresult.h"

#include <QDebug>
#include <QMetaEnum>

#include <utility>

namespace Aside {

struct AsyncResult::Data
{
    Status status = Status::NeverAsked;
    bool ok = false;
    QVariant value = {};
    Failure failure = {};
    double progress = -1;
    QString progressText = {};

    /// Another status with the same value.
    Data next(Status to) const { return {.status = to, .ok = ok, .value = value}; }
};

AsyncResult::AsyncResult(Data data)
    : m_data(std::make_shared<const Data>(std::move(data)))
{
}

const AsyncResult::Data &AsyncResult::data() const
{
    static const Data neverAsked;
    return m_data ? *m_data : neverAsked;
}

AsyncResult::Status AsyncResult::status() const
{
    return data().status;
}

bool AsyncResult::isLoading() const
{
    return status() == Status::Loading || status() == Status::Refreshing;
}

bool AsyncResult::isOk() const
{
    return data().ok;
}

QVariant AsyncResult::value() const
{
    return data().value;
}

Failure AsyncResult::failure() const
{
    return data().failure;
}

double AsyncResult::progress() const
{
    return data().progress;
}

QString AsyncResult::progressText() const
{
    return data().progressText;
}

AsyncResult AsyncResult::toLoading() const
{
    return AsyncResult(data().next(isOk() ? Status::Refreshing : Status::Loading));
}

AsyncResult AsyncResult::toFirstLoad() const
{
    return AsyncResult().toLoading();
}

AsyncResult AsyncResult::toOk(const QVariant &value) const
{
    return AsyncResult(Data{.status = Status::Ok, .ok = true, .value = value});
}

AsyncResult AsyncResult::toFailed(const Failure &failure) const
{
    Data next = data().next(Status::Failed);
    next.failure = failure;
    return AsyncResult(std::move(next));
}

AsyncResult AsyncResult::toCanceled() const
{
    return isLoading() ? AsyncResult(data().next(Status::Canceled)) : *this;
}

AsyncResult AsyncResult::withProgress(double fraction, const QString &text) const
{
    if (!isLoading())
        return *this;
    Data next = data().next(status());
    next.progress = fraction >= 0 && fraction <= 1 ? fraction : -1;
    next.progressText = text;
    return AsyncResult(std::move(next));
}

bool operator==(const AsyncResult &left, const AsyncResult &right)
{
    if (left.m_data == right.m_data)
        return true;
    const AsyncResult::Data &one = left.data();
    const AsyncResult::Data &two = right.data();
    // The value last: it may be large.
    return one.status == two.status && one.ok == two.ok && one.progress == two.progress
        && one.progressText == two.progressText && one.failure == two.failure
        && Detail::sameValue(one.value, two.value);
}

QDebug operator<<(QDebug debug, const AsyncResult &result)
{
    const QDebugStateSaver saver(debug);
    // Of the value only its type: it may be large, and is nothing for a log.
    debug.nospace() << "AsyncResult(" << QMetaEnum::fromType<AsyncResult::Status>().valueToKey(int(result.status()));
    if (result.isOk())
        debug << ", " << (result.value().isValid() ? result.value().typeName() : "nothing");
    if (result.hasFailed())
        debug << ", " << result.failure().message();
    if (result.progress() >= 0)
        debug << ", " << result.progress();
    if (!result.progressText().isEmpty())
        debug << ", " << result.progressText();
    return debug << ')';
}

} // namespace Aside
