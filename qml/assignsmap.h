// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assignsmirror.h>

#include <QHash>
#include <QPointer>
#include <QQmlPropertyMap>

namespace Aside {
class ViewModel;
}

namespace Aside::Qml {

/// The object behind `vm.assigns`: one property for each dynamic assign. The ViewModel owns it.
///
/// A script that writes a property commits it, so each changed key notifies once, and a refusal is an
/// error of the script. A key that is not there yet is undefined, and reading it lists it here (but not
/// in vm.keys()), so that a binding is told when it comes.
///
/// Some names cannot be read here, but by vm.value(): those that the base class keeps for itself,
/// `QObject` and `valueChanged`, those of its notifiers, `__0` and on, those that every object has in a
/// script, `toString` and `destroy`, and whole numbers, which a script takes for an index.
class AssignsMap final : public QQmlPropertyMap, public Detail::AssignsMirror
{
    Q_OBJECT

public:
    explicit AssignsMap(ViewModel *viewModel);
    ~AssignsMap() override;

    void create(const QVariantHash &values) override;
    void write(const QString &key, const QVariant &value) override;
    void notify(const QString &key) override;

protected:
    QVariant updateValue(const QString &key, const QVariant &input) override;

private:
    int notifierOf(const QString &key);

    const QPointer<ViewModel> m_viewModel;
    QHash<QString, int> m_notifiers; // the method that each property notifies by
    int m_known = 0; // properties, of those that the meta-object has
    int m_writes = 0; // that scripts have under way
};

} // namespace Aside::Qml
