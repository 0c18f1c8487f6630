// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "taskobserver.h"

#include "run.h"
#include "viewmodel.h"

#include <QPointer>

namespace Aside {

TaskObserver::TaskObserver(const QString &name, ViewModel *viewModel)
    : QObject(viewModel)
    , m_viewModel(viewModel)
    , m_name(name)
{
}

TaskObserver::~TaskObserver() = default;

void TaskObserver::cancel()
{
    m_viewModel->cancelAsync(m_name);
}

void TaskObserver::setProgress(double progress, const QString &text)
{
    if (m_progress == progress && m_progressText == text)
        return;
    m_progress = progress;
    m_progressText = text;
    Q_EMIT progressed();
}

void TaskObserver::start()
{
    m_running = true;
    m_outcome = Outcome::None;
    m_failure = {};
    const QPointer<TaskObserver> alive(this);
    setProgress(-1, {});
    if (alive)
        Q_EMIT changed();
}

void TaskObserver::end(Outcome outcome, const Detail::Run &run)
{
    m_running = false;
    m_outcome = outcome;
    m_failure = run.failure();
    const QPointer<TaskObserver> alive(this);
    setProgress(run.progress(), run.progressText());
    if (alive)
        Q_EMIT changed();
}

} // namespace Aside
