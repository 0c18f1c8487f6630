// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "scriptbridge.h"

#include <aside/asyncresult.h>
#include <aside/failure.h>
#include <aside/scriptable.h>
#include <aside/streammodel.h>
#include <aside/task.h>
#include <aside/taskinfo.h>
#include <aside/taskobserver.h>
#include <aside/viewmodel.h>

#include <QObject>
#include <QQmlEngine>

// What the library's types are in QML. The library itself knows no QML, so they are registered here,
// as foreign ones.
//
//   ViewModel           the base of users' view models; one made in QML has dynamic assigns only
//   TaskObserver        what vm.task("name") gives
//   StreamModel         a list model whose rows C++ streams: `required property StreamModel files`
//   failure             the value type of TaskObserver.failure and of onTaskFailed
//   asyncResult         the value type of an AsyncResult: `readonly property asyncResult org: vm.org`
//   Aside.Ok …          the outcomes, and what else is an enum of the namespace
//   Failure.Refused …   the kinds of a failure
//   AsyncResult.Ok …    the status of an asyncResult
//   TaskInfo.Running …  the status and the lane of a run in a TaskListModel
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

struct StreamModelForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::StreamModel)
    QML_NAMED_ELEMENT(StreamModel)
    QML_UNCREATABLE("a StreamModelOf of C++ is needed, which knows the rows")
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
    Timeout = int(Failure::Kind::Timeout),
    Contract = int(Failure::Kind::Contract),
    Handler = int(Failure::Kind::Handler),
};
Q_ENUM_NS(Kind)
}

/// As Kinds.
namespace TaskStates {
Q_NAMESPACE
QML_NAMED_ELEMENT(TaskInfo)
enum class Status {
    Waiting = int(TaskInfo::Status::Waiting),
    Queued = int(TaskInfo::Status::Queued),
    Running = int(TaskInfo::Status::Running),
    Ended = int(TaskInfo::Status::Ended),
};
Q_ENUM_NS(Status)
enum class Lane {
    Compute = int(Aside::Lane::Compute),
    Io = int(Aside::Lane::Io),
};
Q_ENUM_NS(Lane)
}

struct AsyncResultForeign
{
    Q_GADGET
    QML_FOREIGN(Aside::AsyncResult)
    QML_VALUE_TYPE(asyncResult)
};

/// As Kinds.
namespace Statuses {
Q_NAMESPACE
QML_NAMED_ELEMENT(AsyncResult)
enum class Status {
    NeverAsked = int(AsyncResult::Status::NeverAsked),
    Loading = int(AsyncResult::Status::Loading),
    Refreshing = int(AsyncResult::Status::Refreshing),
    Ok = int(AsyncResult::Status::Ok),
    Failed = int(AsyncResult::Status::Failed),
    Canceled = int(AsyncResult::Status::Canceled),
};
Q_ENUM_NS(Status)
}

namespace Enums {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Aside)
QML_NAMED_ELEMENT(Aside)
}

} // namespace Aside::Qml
