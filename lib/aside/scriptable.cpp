// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "scriptable.h"

#include "logging_p.h"
#include "scriptbridge.h"
#include "store_p.h"
#include "taskobserver.h"
#include "tasktable_p.h"
#include "viewmodel.h"

using namespace Qt::StringLiterals;

namespace Aside {

namespace {

const Detail::ScriptBridge *s_bridge = nullptr;

QVariant plain(const QVariant &value)
{
    return s_bridge ? s_bridge->toPlain(value) : value;
}

QVariant call(const QObject *object, const QVariant &function, const QVariantList &arguments)
{
    if (!s_bridge)
        throw Error(u"functions need the QML module Aside"_s);
    return s_bridge->call(object, function, arguments);
}

} // namespace

Detail::ScriptBridge::~ScriptBridge() = default;

void Detail::ScriptBridge::install(const ScriptBridge *bridge)
{
    s_bridge = bridge;
}

const Detail::ScriptBridge *Detail::ScriptBridge::installed()
{
    return s_bridge;
}

Scriptable::Scriptable(QObject *parent)
    : QObject(parent)
{
}

Scriptable::~Scriptable() = default;

ViewModel &Scriptable::self() const
{
    // Only ViewModel derives from this.
    return *const_cast<ViewModel *>(static_cast<const ViewModel *>(this));
}

void Scriptable::guard(const std::function<void()> &access) const
{
    try {
        access();
    } catch (...) {
        const QString message = Failure::fromCurrentException().message();
        if (!s_bridge || !s_bridge->throwError(this, message))
            qCWarning(Detail::lcStore).noquote() << message;
    }
}

void Scriptable::assign(const QString &key, const QVariant &value)
{
    guard([&] { self().assign(key, plain(value)); });
}

void Scriptable::assign(const QVariantMap &values)
{
    guard([&] {
        Assigns changes;
        changes.reserve(values.size());
        for (auto entry = values.cbegin(); entry != values.cend(); ++entry)
            changes.set(entry.key(), plain(entry.value()));
        self().assign(std::move(changes));
    });
}

void Scriptable::assignNew(const QString &key, const QVariant &factory)
{
    guard([&] { self().assignNew(key, [&] { return plain(call(this, factory, {})); }); });
}

void Scriptable::update(const QString &key, const QVariant &functor)
{
    guard([&] {
        self().update(key, [&](const QVariant &current) { return plain(call(this, functor, {current})); });
    });
}

QVariant Scriptable::value(const QString &key) const
{
    QVariant found;
    guard([&] { found = self().value(key); });
    return found;
}

bool Scriptable::contains(const QString &key) const
{
    bool found = false;
    guard([&] { found = self().contains(key); });
    return found;
}

QStringList Scriptable::keys() const
{
    QStringList found;
    guard([&] { found = self().keys(); });
    return found;
}

QVariant Scriptable::snapshot() const
{
    QVariantMap found;
    guard([&] { found = self().snapshot().toVariantMap(); });
    return found;
}

TaskObserver *Scriptable::task(const QString &name)
{
    TaskObserver *observer = nullptr;
    guard([&] { observer = self().task(name); });
    return observer;
}

void Scriptable::cancelAsync(const QString &name)
{
    guard([&] { self().cancelAsync(name); });
}

QVariant Scriptable::scriptAssigns() const
{
    return QVariant::fromValue(self().assignsObject());
}

QVariant Scriptable::scriptAsync() const
{
    return value(u"_async"_s);
}

} // namespace Aside
