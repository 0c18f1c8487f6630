// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QString>
#include <QVariant>

namespace Aside {
class ViewModel;
}

namespace Aside::Detail {

/// What a script engine lends to the library, which knows none. The QML module installs one.
class ASIDE_EXPORT ScriptBridge
{
public:
    virtual ~ScriptBridge();

    /// Throws \a message as an error of the script that is calling into \a object. False if no
    /// script is.
    virtual bool throwError(const QObject *object, const QString &message) const = 0;
    /// A script's value without anything of the engine in it, so that a store can keep it. Throws
    /// Error if it holds a function.
    virtual QVariant toPlain(const QVariant &value) const = 0;
    /// Calls a function of the script that is calling into \a object. Throws Error if it is none, or
    /// with the text of what it threw.
    virtual QVariant call(const QObject *object, const QVariant &function, const QVariantList &arguments) const = 0;
    /// Makes the object behind `viewModel.assigns`, with the ViewModel as its parent.
    virtual QObject *createAssigns(ViewModel *viewModel) const = 0;

    /// The one in use, or null. The caller keeps the ownership; call it before any ViewModel is used.
    static void install(const ScriptBridge *bridge);
    static const ScriptBridge *installed();
};

} // namespace Aside::Detail
