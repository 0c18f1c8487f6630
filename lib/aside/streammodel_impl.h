// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of streammodel.h. Not to be included by itself.

#include <aside/streaminsert_impl.h>
#include <aside/streammodel.h>

#include <QPointer>

#include <algorithm>
#include <exception>

namespace Aside {

template<typename Row>
StreamModelOf<Row>::StreamModelOf(RowRoles<Row> roles, QObject *parent)
    : StreamModel(parent)
    , m_roles(std::move(roles))
    , m_rows(m_roles.m_makeIndex ? m_roles.m_makeIndex() : nullptr)
{
    setRoles(m_roles.names());
}

template<typename Row>
bool StreamModelOf<Row>::apply(Changes &changes, Deadline deadline)
{
    return applyUntil(changes, [deadline] { return Deadline::clock::now() >= deadline; });
}

template<typename Row>
template<typename Condition>
bool StreamModelOf<Row>::applyUntil(Changes &changes, Condition isOver)
{
    checkThread("change rows");
    if (m_telling)
        return false;
    const auto isDone = [&] { return !changes.hasRemains() && m_leftovers.empty(); };
    const int before = size();
    try {
        while (!isDone()) {
            if (!step(changes))
                return true;
            if (isOver())
                break;
        }
    } catch (...) {
        tellCount(before);
        throw;
    }
    const bool done = isDone();
    tellCount(before);
    return done;
}

template<typename Row>
void StreamModelOf<Row>::apply(Changes &&changes)
{
    checkThread("change rows");
    checkIsQuiet();
    apply(changes, Deadline::max());
}

template<typename Row>
const Row &StreamModelOf<Row>::row(int row) const
{
    checkThread("read a row");
    checkRow(row);
    return m_rows.at(row);
}

template<typename Row>
int StreamModelOf<Row>::find(const QVariant &id) const
{
    return m_rows.index() ? m_rows.rowOf(m_rows.index()->findId(id)) : -1;
}

template<typename Row>
bool StreamModelOf<Row>::step(Changes &changes)
{
    // A little with each step, so that as much goes as comes.
    if (!m_leftovers.empty() && !m_leftovers.back().freeSome())
        m_leftovers.pop_back();
    changes.dropRefused();
    if (changes.isEmpty())
        return true;
    auto &operation = changes.front();
    const qsizetype weight = changes.weightOf(operation);
    const auto taken = qScopeGuard([&] { changes.take(weight); });
    return std::visit([this](auto &kind) { return take(kind); }, operation);
}

template<typename Row>
bool StreamModelOf<Row>::take(Detail::RemoveRows &removal)
{
    if (!m_rows.index()) {
        removal.refused = true;
        throwNoIds("remove a row by its id");
    }
    int taken = 0;
    for (int runs = 0; runs < Detail::StepSignals && taken < Detail::PieceRows && !removal.ids.isEmpty(); ++runs) {
        Detail::RowRun run;
        std::exception_ptr failure;
        for (; taken < Detail::PieceRows && !removal.ids.isEmpty() && !failure; ++taken) {
            try {
                const int row = find(removal.ids.front());
                if (row >= 0 && !run.add(row))
                    break;
            } catch (...) {
                failure = std::current_exception();
            }
            removal.ids.pop();
        }
        if (!run.isEmpty() && !removeRun(run.first, run.last))
            return false;
        if (failure)
            std::rethrow_exception(failure);
    }
    return true;
}

template<typename Row>
bool StreamModelOf<Row>::take(Detail::ResetRows &reset)
{
    reset.done = true;
    if (size() == 0)
        return true;
    auto emptyIndex = m_rows.emptyIndex();
    m_leftovers.emplace_back();
    begin(Signal::Reset);
    m_leftovers.back() = m_rows.takeAll(std::move(emptyIndex));
    return end();
}

template<typename Row>
bool StreamModelOf<Row>::take(Detail::LimitRows &limit)
{
    if (!std::exchange(limit.begun, true))
        m_limit = limit.limit;
    limit.done = surplus() <= Detail::PieceRows;
    return surplus() <= 0 || removeSurplus();
}

template<typename Row>
bool StreamModelOf<Row>::removeSurplus()
{
    const int rows = int(std::min<qint64>(surplus(), Detail::PieceRows));
    return m_limit < 0 ? removeRun(0, rows - 1) : removeRun(size() - rows, size() - 1);
}

template<typename Row>
bool StreamModelOf<Row>::removeRun(int first, int last)
{
    m_rows.prepareRemove(first, last);
    begin(Signal::Remove, first, last);
    m_rows.remove();
    if (!end())
        return false;
    m_rows.tidy();
    return true;
}

} // namespace Aside
