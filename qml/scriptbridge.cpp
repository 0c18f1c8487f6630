// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "scriptbridge.h"

#include "assignsmap.h"

#include <aside/failure.h>
#include <aside/scriptbridge.h>
#include <aside/viewmodel.h>

#include <QJSEngine>
#include <QJSManagedValue>
#include <QQmlEngine>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aside::Qml {

namespace {

/// Whether a script of that engine is further up the stack.
bool isRunning(QJSEngine *engine)
{
    // An error takes down the stack where it is made; it is empty outside of scripts.
    return !engine->newErrorObject(QJSValue::GenericError).property(u"stack"_s).toString().isEmpty();
}

/// The engine whose script calls into \a object; null if none does.
QJSEngine *callingEngine(const QObject *object)
{
    QJSEngine *const engine = qjsEngine(object);
    return engine && isRunning(engine) ? engine : nullptr;
}

bool hasScriptValue(const QVariant &value)
{
    switch (value.metaType().id()) {
    case QMetaType::QVariantList: {
        const auto &list = *static_cast<const QVariantList *>(value.constData());
        return std::any_of(list.begin(), list.end(), hasScriptValue);
    }
    case QMetaType::QVariantMap: {
        const auto &map = *static_cast<const QVariantMap *>(value.constData());
        return std::any_of(map.begin(), map.end(), hasScriptValue);
    }
    default:
        return value.metaType() == QMetaType::fromType<QJSValue>();
    }
}

QString textOf(const QJSValue &thrown)
{
    return thrown.isError() ? thrown.property(u"message"_s).toString() : thrown.toString();
}

class Bridge final : public Detail::ScriptBridge
{
public:
    bool throwError(const QObject *object, const QString &message) const override
    {
        QJSEngine *const engine = callingEngine(object);
        if (engine)
            engine->throwError(message);
        return engine;
    }

    QVariant toPlain(const QVariant &value) const override
    {
        const bool isScripts = value.metaType() == QMetaType::fromType<QJSValue>();
        QVariant plain = isScripts ? static_cast<const QJSValue *>(value.constData())->toVariant() : value;
        if (hasScriptValue(plain))
            throw Error(u"an assign cannot hold a function of a script"_s);
        return plain;
    }

    QVariant call(const QObject *object, const QVariant &function, const QVariantList &arguments) const override
    {
        const auto callee = function.value<QJSValue>();
        if (!callee.isCallable()) {
            const bool isScripts = function.metaType() == QMetaType::fromType<QJSValue>();
            throw Error(u"a function is needed, not ‘%1’"_s.arg(isScripts ? callee.toString() : function.toString()));
        }
        QJSEngine *const engine = callingEngine(object);
        if (!engine)
            throw Error(u"cannot call a function of a script that is not running in the ViewModel’s engine"_s);
        QJSValueList values;
        for (const QVariant &argument : arguments)
            values.append(engine->toScriptValue(argument));
        // Not QJSValue::call(): there, a thrown text is not to be told from a returned one.
        const QJSValue result = QJSManagedValue(callee, engine).call(values);
        if (engine->hasError())
            throw Error(textOf(engine->catchError()));
        return QVariant::fromValue(result);
    }

    QObject *createAssigns(ViewModel *viewModel) const override { return new AssignsMap(viewModel); }
};

} // namespace

bool installBridge()
{
    // Never destroyed: ViewModels may outlive the statics of this file.
    static const auto *const bridge = new Bridge;
    Detail::ScriptBridge::install(bridge);
    return true;
}

} // namespace Aside::Qml
