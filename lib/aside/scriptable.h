// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace Aside {

class TaskObserver;
class ViewModel;

namespace Detail {
class AssignBase;
}

/// What QML sees of a ViewModel: the store's functions under the names that they have in C++. Where
/// C++ throws, a script gets a JavaScript error with the same text, since no C++ exception may travel
/// through the QML engine. In C++, ViewModel's own functions hide these. Home thread only.
///
/// Where keys are members, the type is `var`: no tool can know dynamic keys, and of any other type
/// qmllint would reject them.
///
/// \code
/// vm.assign("title", "Tides")
/// vm.assign({ first: 1, second: 2 }) // one commit
/// vm.update("count", n => n + 1)
/// \endcode
/// \code
/// Label { text: vm.assigns.title ?? ""; textFormat: Text.PlainText }
/// \endcode
class ASIDE_EXPORT Scriptable : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE(<aside/taskobserver.h>)
    /// The dynamic assigns, one property a key; null without the QML module. It notifies when keys
    /// come to be, so that a binding on a key that is not there yet is evaluated again.
    Q_PROPERTY(QVariant assigns READ scriptAssigns NOTIFY keysChanged FINAL)
    /// The tasks that are queued or running: name → { status, progress, text }. Notifies once a burst.
    Q_PROPERTY(QVariant _async READ scriptAsync NOTIFY asyncChanged FINAL)

public:
    // See ViewModel. A store keeps plain values: what holds a function is refused.
    Q_INVOKABLE void assign(const QString &key, const QVariant &value);
    Q_INVOKABLE void assign(const QVariantMap &values);
    /// \a factory is a function of the script.
    Q_INVOKABLE void assignNew(const QString &key, const QVariant &factory);
    /// \a functor is a function of the script, which gets the value and returns the new one.
    Q_INVOKABLE void update(const QString &key, const QVariant &functor);
    /// Undefined where there is no such key.
    Q_INVOKABLE QVariant value(const QString &key) const;
    Q_INVOKABLE bool contains(const QString &key) const;
    Q_INVOKABLE QStringList keys() const;
    /// All assigns as an object of the script, which changes no more.
    Q_INVOKABLE QVariant snapshot() const;
    /// What there is to see of the tasks of that name; there before the first run, and kept. The
    /// ViewModel owns it.
    Q_INVOKABLE Aside::TaskObserver *task(const QString &name);
    Q_INVOKABLE void cancelAsync(const QString &name);

Q_SIGNALS:
    /// Keys have come to be.
    void keysChanged();
    void asyncChanged();

protected:
    explicit Scriptable(QObject *parent);
    ~Scriptable() override;

private:
    friend class Detail::AssignBase;

    QVariant scriptAssigns() const;
    QVariant scriptAsync() const;
    ViewModel &self() const;
    /// Runs \a access; what it throws goes to the script that is running, or to the log.
    void guard(const std::function<void()> &access) const;
};

} // namespace Aside
