// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "task.h"

#include "mailbox_p.h"
#include "run.h"
#include "tasktable_p.h"

namespace Aside {

Task::Task() = default;
Task::Task(const Task &) = default;
Task::Task(Task &&) noexcept = default;
Task &Task::operator=(const Task &) = default;
Task &Task::operator=(Task &&) noexcept = default;
Task::~Task() = default;

Task::Task(QExplicitlySharedDataPointer<Detail::Run> run)
    : m_run(std::move(run))
{
}

bool Task::isValid() const
{
    return m_run;
}

QString Task::name() const
{
    return m_run ? m_run->name() : QString();
}

bool Task::isActive() const
{
    return m_run && m_run->m_outcome == Outcome::None;
}

Outcome Task::outcome() const
{
    return m_run ? m_run->m_outcome : Outcome::None;
}

Failure Task::failure() const
{
    return m_run ? m_run->failure() : Failure();
}

double Task::progress() const
{
    return m_run ? m_run->progress() : -1;
}

void Task::cancel()
{
    if (!m_run)
        return;
    m_run->m_inbox->checkThread("cancel a task");
    if (m_run->m_table)
        m_run->m_table->cancel(*m_run);
}

} // namespace Aside
