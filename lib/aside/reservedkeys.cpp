// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "reservedkeys_p.h"

#include "failure.h"
#include "viewmodel.h"

#include <QMetaMethod>
#include <QMetaProperty>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

// Members that no meta-object lists.
constexpr const char *plainMembers[] = {
    // QObject
    "bindableObjectName", "bindingStorage", "blockSignals", "children", "connect", "disconnect", "dumpObjectInfo", "dumpObjectTree",
    "dynamicPropertyNames", "event", "eventFilter", "findChild", "findChildren", "inherits",
    "installEventFilter", "isQuickItemType", "isSignalConnected", "isWidgetType", "isWindowType",
    "killTimer", "metaObject", "moveToThread", "parent", "property", "qt_metacall", "qt_metacast",
    "receivers", "removeEventFilter", "sender", "senderSignalIndex", "setObjectName", "setParent",
    "setProperty", "signalsBlocked", "startTimer", "staticMetaObject", "thread", "tr", "timerEvent",
    "childEvent", "customEvent", "connectNotify", "disconnectNotify",
    // ViewModel
    "assignAsync", "background", "cancelAll", "cancelLoad", "gather", "loadAsync", "startAsync", "streamAsync", "token", "isConnected", "setConnected",
};

QSet<QString> members()
{
    QSet<QString> names;
    for (const char *name : plainMembers)
        names.insert(QString::fromLatin1(name));
    const QMetaObject &type = ViewModel::staticMetaObject;
    for (int i = 0; i < type.propertyCount(); ++i)
        names.insert(QString::fromLatin1(type.property(i).name()));
    for (int i = 0; i < type.methodCount(); ++i)
        names.insert(QString::fromLatin1(type.method(i).name()));
    return names;
}

} // namespace

void checkKey(const QString &key)
{
    static const QSet<QString> hidden = members();
    if (key.isEmpty())
        throw AssignError(key, u"cannot assign to an empty key"_s);
    if (key == "_async"_L1)
        throw AssignError(key, u"cannot assign ‘_async’: it is reserved for the tasks"_s);
    if (hidden.contains(key))
        throw AssignError(key, u"cannot assign ‘%1’: it would hide a member of QObject or ViewModel"_s.arg(key));
}

} // namespace Aside::Detail
