// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "assignsmap.h"

#include <aside/failure.h>
#include <aside/viewmodel.h>

#include <QLoggingCategory>
#include <QMetaProperty>

using namespace Qt::StringLiterals;

namespace Aside::Qml {

namespace {

Q_LOGGING_CATEGORY(lcQml, "aside.qml")

bool isRefusedByBase(const QString &key)
{
    return key == "QObject"_L1 || key == "valueChanged"_L1;
}

} // namespace

AssignsMap::AssignsMap(ViewModel *viewModel)
    : QQmlPropertyMap(this, viewModel)
    , m_viewModel(viewModel)
{
    // Whatever the base class would tell by itself comes too early (insert() notifies key by key) or
    // too late (a script's write, once the commit has told of it). Only notify() lifts this.
    blockSignals(true);
    viewModel->setMirror(this);
}

AssignsMap::~AssignsMap() = default;

void AssignsMap::create(const QVariantHash &values)
{
    QVariantHash accepted = values;
    for (const QString &refused : {u"QObject"_s, u"valueChanged"_s}) {
        if (accepted.remove(refused))
            qCWarning(lcQml).noquote() << u"‘%1’ cannot be read as a property of assigns: use value()"_s.arg(refused);
    }
    const int known = metaObject()->propertyCount();
    insert(accepted);
    const QMetaObject *const type = metaObject();
    m_notifiers.reserve(m_notifiers.size() + accepted.size());
    for (int i = known; i < type->propertyCount(); ++i) {
        const QMetaProperty property = type->property(i);
        const QString key = QString::fromUtf8(property.name());
        m_notifiers.insert(key, property.notifySignalIndex());
        m_fresh.insert(key);
    }
}

void AssignsMap::write(const QString &key, const QVariant &value)
{
    if (isRefusedByBase(key))
        return;
    m_fresh.remove(key);
    // Not operator[]: it looks for the key in a list, and does not track objects that die.
    insert(key, value);
}

void AssignsMap::notify(const QString &key)
{
    // keysChanged() has told of a new key: what read `assigns` read it again.
    if (m_fresh.remove(key))
        return;
    const int notifier = m_notifiers.value(key, -1);
    if (notifier < 0)
        return;
    blockSignals(false);
    QMetaObject::activate(this, notifier, nullptr);
    blockSignals(true);
}

QVariant AssignsMap::updateValue(const QString &key, const QVariant &input)
{
    static_cast<Scriptable *>(m_viewModel)->assign(key, input);
    // This may be within a notify() further up, and the base class notifies as soon as it has the value.
    blockSignals(true);
    try {
        // Not from here: within a drain, the commit's values come with its notifications.
        return m_viewModel->value(key);
    } catch (const Error &) {
        return value(key);
    }
}

} // namespace Aside::Qml
