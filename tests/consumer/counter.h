// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/viewmodel.h>

#ifdef CONSUMER_QML
#include <qqmlregistration.h>
#else
#define QML_ELEMENT
#endif

class Counter : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    ASIDE_ASSIGN(int, count, 1)
    ASIDE_ASSIGN(QString, label)

public:
    Aside::Task load()
    {
        return assignAsync(QStringLiteral("load"), [] {
            return Aside::Assigns{
                {QStringLiteral("count"), Aside::update([](int n) { return n + 40; })},
                {QStringLiteral("label"), QStringLiteral("loaded")},
                {QStringLiteral("extra"), 1},
            };
        });
    }
};
