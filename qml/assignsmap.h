// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assignsmirror.h>

#include <QHash>
#include <QQmlPropertyMap>
#include <QSet>

namespace Aside {
class ViewModel;
}

namespace Aside::Qml {

/// The object behind `vm.assigns`: one property for each dynamic assign. The ViewModel owns it.
///
/// A script that writes a property commits it, so each changed key notifies once, and a refusal is an
/// error of the script; a key that is not there yet cannot be written, but by vm.assign(). Two names
/// cannot be read here, since the base class refuses them: `QObject` and `valueChanged`; nor can one
/// that is a whole number, which scripts take for an index. vm.value() reads them all.
class AssignsMap final : public QQmlPropertyMap, public AssignsMirror
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
    ViewModel *const m_viewModel;
    QHash<QString, int> m_notifiers; // the method that each key notifies by
    QSet<QString> m_fresh; // created, and not written since
};

} // namespace Aside::Qml
