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

/// A second place that shows dynamic assigns, as the QML module has one: it gets every value before the
/// first notification of the commit goes out, so that nobody sees half of it. Home thread.
class ASIDE_EXPORT AssignsMirror
{
public:
    virtual ~AssignsMirror();

    /// Has \a mirror show the dynamic assigns of \a viewModel from now on; null ends it. It must outlive
    /// that.
    static void install(ViewModel &viewModel, AssignsMirror *mirror);

    /// New keys and values, before any notification. Must not notify.
    virtual void create(const QVariantHash &values) = 0;
    /// A new value for a key that create() got. Must not notify.
    virtual void write(const QString &key, const QVariant &value) = 0;
    /// Tells those who look at \a key.
    virtual void notify(const QString &key) = 0;
};

} // namespace Aside::Detail
