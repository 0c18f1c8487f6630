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
    // too late (a script's write, once the commit has told of it). Only notify() lifts this; since what
    // it reaches may write again, the others block anew. An emission that has begun goes on.
    blockSignals(true);
    install(*viewModel, this);
    connect(viewModel, &QObject::destroyed, this, [this] {
        // A handler of a script's write destroys the ViewModel, and the base class is not done yet.
        if (m_writes > 0) {
            setParent(nullptr);
            deleteLater();
        }
    });
}

AssignsMap::~AssignsMap() = default;

void AssignsMap::create(const QVariantHash &values)
{
    QVariantHash accepted = values;
    for (const QString &refused : {u"QObject"_s, u"valueChanged"_s}) {
        if (!accepted.contains(refused))
            continue; // removing what is not there would copy the others
        accepted.remove(refused);
        qCWarning(lcQml).noquote() << u"‘%1’ cannot be read as a property of assigns: use value()"_s.arg(refused);
    }
    blockSignals(true);
    insert(accepted);
}

void AssignsMap::write(const QString &key, const QVariant &value)
{
    if (isRefusedByBase(key))
        return;
    blockSignals(true);
    // Not operator[]: it looks for the key in a list, one after another.
    insert(key, value);
}

void AssignsMap::notify(const QString &key)
{
    const int notifier = notifierOf(key);
    if (notifier < 0)
        return;
    blockSignals(false);
    QMetaObject::activate(this, notifier, nullptr);
    blockSignals(true);
}

int AssignsMap::notifierOf(const QString &key)
{
    // A property comes to be by create(), but also when a script reads or writes a key that is not there.
    const QMetaObject *const type = metaObject();
    for (; m_known < type->propertyCount(); ++m_known) {
        const QMetaProperty property = type->property(m_known);
        m_notifiers.insert(QString::fromUtf8(property.name()), property.notifySignalIndex());
    }
    return m_notifiers.value(key, -1);
}

QVariant AssignsMap::updateValue(const QString &key, const QVariant &input)
{
    if (!m_viewModel)
        return value(key);
    ++m_writes;
    static_cast<Scriptable *>(m_viewModel.get())->assign(key, input);
    --m_writes;
    // The base class notifies as soon as it has the value.
    blockSignals(true);
    try {
        // Not from here: within a drain, the commit's values come with its notifications.
        return m_viewModel ? m_viewModel->value(key) : value(key);
    } catch (const Error &) {
        return value(key);
    }
}

} // namespace Aside::Qml
