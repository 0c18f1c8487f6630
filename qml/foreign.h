// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "scriptbridge.h"

#include <aside/failure.h>
#include <aside/scriptable.h>
#include <aside/task.h>
#include <aside/taskobserver.h>
#include <aside/viewmodel.h>

#include <QObject>
#include <QQmlEngine>

// What the library's types are in QML. The library itself knows no QML, so they are registered here,
// as foreign ones.
//
//   ViewModel           the base of users' view models; one made in QML has dynamic assigns only
//   TaskObserver        what vm.task("name") gives
//   failure             the value type of TaskObserver.failure and of onTaskFailed
//   Aside.Ok …          the outcomes, and what else is an enum of the namespace
//   Failure.Refused …   the kinds of a failure
//
// Dynamic keys are read as `vm.assigns.title`, or `vm.assigns["a title"]`: bindings to both work, and
// qmllint accepts them, since `assigns` is a `var`. Nobody checks the key, and no ahead-of-time compiler
// knows its type; a declared assign, `vm.title`, has both.

namespace Aside::Qml {

/// Every program that links the module has the bridge from its start, since the module's
/// registration is always linked, and includes this.
inline const bool bridgeInstalled = installBridge();

struct ScriptableForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::Scriptable)
    QML_ANONYMOUS
};

struct ViewModelForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::ViewModel)
    QML_NAMED_ELEMENT(ViewModel)
};

struct TaskObserverForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::TaskObserver)
    QML_NAMED_ELEMENT(TaskObserver)
    QML_UNCREATABLE("ViewModel.task() makes it")
};

struct FailureForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::Failure)
    QML_VALUE_TYPE(failure)
};

/// Not foreign: tools do not look for enums in a value type.
namespace Kinds {
Q_NAMESPACE
QML_NAMED_ELEMENT(Failure)
enum class Kind {
    None = int(Failure::Kind::None),
    Exception = int(Failure::Kind::Exception),
    Refused = int(Failure::Kind::Refused),
    Handler = int(Failure::Kind::Handler),
};
Q_ENUM_NS(Kind)
}

namespace Enums {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Aside)
QML_NAMED_ELEMENT(Aside)
}

} // namespace Aside::Qml
