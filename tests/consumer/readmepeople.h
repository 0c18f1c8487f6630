// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/asyncresult.h>
#include <aside/viewmodel.h>

#include <qqmlregistration.h>

using namespace Qt::StringLiterals;

/// What README's views show.
class People : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    ASIDE_ASSIGN(Aside::AsyncResult, names)

public:
    Q_INVOKABLE void load()
    {
        loadAsync(u"names"_s, [] { return QStringList{u"Ada"_s, u"Grace"_s}; });
    }
};
