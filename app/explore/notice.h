// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/failure.h>

#include <QObject>
#include <qqmlregistration.h>

namespace AsideDemo {

/// A message for the person at the window, and what can be done about it. A pure value.
struct Notice
{
    Q_GADGET
    QML_VALUE_TYPE(notice)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(bool canRetry READ canRetry FINAL)
    Q_PROPERTY(
        bool canStartAfresh READ canStartAfresh FINAL) ///< with a new catalogue, the damaged one moved aside

public:
    enum Action { None, Retry, StartAfresh };

    QString text; ///< empty: there is nothing to say
    Action action = None;

    bool canRetry() const { return action == Retry; }
    bool canStartAfresh() const { return action == StartAfresh; }

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// What to tell about \a failure; nothing where nobody needs to know.
Notice noticeFor(const Aside::Failure &failure);

} // namespace AsideDemo
