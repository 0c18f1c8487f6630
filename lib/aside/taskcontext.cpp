// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "taskcontext.h"

#include "run.h"

namespace Aside {

Canceled::~Canceled() = default;

const char *Canceled::what() const noexcept
{
    return "canceled";
}

QString TaskContext::name() const
{
    return m_run.name();
}

bool TaskContext::isCanceled() const noexcept
{
    return m_run.isCanceled();
}

void TaskContext::throwIfCanceled() const
{
    if (m_run.isCanceled())
        throw Canceled();
}

bool TaskContext::sleep(std::chrono::nanoseconds duration)
{
    return m_run.sleep(duration);
}

void TaskContext::setProgress(double fraction, const QString &text)
{
    m_run.setProgress(fraction, text);
}

void TaskContext::post(Assigns changes)
{
    m_run.post(std::move(changes));
}

QVariant TaskContext::value(const QString &key) const
{
    return m_run.latest().value(key);
}

bool TaskContext::contains(const QString &key) const
{
    return m_run.latest().contains(key);
}

std::unique_lock<std::mutex> TaskContext::lockForRows(const Detail::RowBox &box)
{
    return m_run.lockForRows(box);
}

void TaskContext::tellRows()
{
    m_run.tellRows();
}

void TaskContext::runBlock(Detail::BlockCall call)
{
    m_run.modify(call);
}

} // namespace Aside
