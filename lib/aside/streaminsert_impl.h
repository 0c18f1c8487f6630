// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of streammodel.h by which rows come in. Not to be included by itself.

#include <aside/streammodel.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <limits>
#include <memory>

namespace Aside {

namespace Detail {

/// So many signals of its own a step sends at most. With a view they take longer than the rows.
inline constexpr int StepSignals = 64;

/// Rows that lie side by side.
struct RowRun
{
    int first = -1;
    int last = -1;

    bool isEmpty() const { return first < 0; }
    bool contains(int row) const { return row >= first && row <= last; }
    /// False if it does not lie beside them.
    bool add(int row)
    {
        if (contains(row))
            return true;
        if (isEmpty())
            first = last = row;
        else if (row == last + 1)
            last = row;
        else if (row == first - 1)
            first = row;
        else
            return false;
        return true;
    }
};

} // namespace Detail

template<typename Row>
bool StreamModelOf<Row>::take(Detail::InsertRows<Row> &insertion)
{
    if (insertion.next < 0) {
        try {
            checkInsertion(insertion.at, insertion.rows.size(), insertion.byId, m_rows.index());
        } catch (...) {
            insertion.refused = true;
            throw;
        }
        insertion.next = std::max(insertion.at, 0);
    }
    if (surplus() > 0)
        return removeSurplus();
    if (!learnRoles(insertion.rows.front()))
        return false;
    const int at = insertion.at < 0 ? size() : std::min(insertion.next, size());
    return m_rows.index() ? takeByIds(insertion, at) : takePiece(insertion, at);
}

template<typename Row>
bool StreamModelOf<Row>::takePiece(Detail::InsertRows<Row> &insertion, int at)
{
    // Rows that would be dropped again when the rest has come need not come at all.
    const qint64 room = roomAt(at);
    const qint64 skipped = m_limit < 0 ? std::max<qint64>(0, insertion.rows.size() - room) : 0;
    const qsizetype piece = insertion.rows.pieceSize();
    for (qint64 i = std::min<qint64>(skipped, piece); i > 0; --i)
        insertion.rows.pop();
    if (skipped >= piece)
        return true;

    auto fresh = std::make_unique<Chunk>();
    try {
        fresh->rows = insertion.rows.takePiece();
    } catch (...) {
        insertion.rows.pop();
        throw;
    }
    if (qint64(fresh->rows.size()) > room)
        fresh->rows.erase(fresh->rows.begin() + std::ptrdiff_t(room), fresh->rows.end());
    return fresh->rows.empty() || insertFresh(insertion, at, std::move(fresh));
}

template<typename Row>
bool StreamModelOf<Row>::takeByIds(Detail::InsertRows<Row> &insertion, int at)
{
    auto &index = *m_rows.index();
    const qint64 room = roomAt(at);
    auto fresh = std::make_unique<Chunk>();
    std::vector<Row> &rows = fresh->rows;
    rows.reserve(size_t(std::min<qsizetype>(insertion.rows.size(), Detail::PieceRows)));
    std::vector<Detail::RowRun> changed;
    std::exception_ptr failure;

    // Nobody is told of anything here, so that nothing changes but by this loop.
    for (int i = 0; i < Detail::PieceRows && !insertion.rows.isEmpty() && !failure; ++i) {
        Row &row = insertion.rows.front();
        try {
            const auto there = index.find(row);
            const int number = m_rows.rowOf(there); // -1 if it is among the fresh ones, too
            if (number >= 0 && isPushedOut(number, qsizetype(rows.size())))
                break; // it is there no more once the fresh ones are
            if (there.chunk) {
                Row &held = there.chunk->rows[size_t(there.slot)];
                bool same = false;
                if constexpr (QTypeTraits::has_operator_equal_v<Row>)
                    same = held == row;
                if (!same && number >= 0 && (changed.empty() || !changed.back().add(number))) {
                    if (changed.size() == size_t(Detail::StepSignals))
                        break;
                    changed.push_back({number, number});
                }
                if (!same)
                    held = std::move(row);
            } else if (qint64(rows.size()) < room) {
                rows.push_back(std::move_if_noexcept(row));
                try {
                    index.add(rows.back(), {fresh.get(), qsizetype(rows.size()) - 1});
                } catch (...) {
                    rows.pop_back();
                    throw;
                }
            } else if (m_limit < 0 && !rows.empty()) {
                break; // it pushes out the first of the fresh ones, and these are not there yet
            }
        } catch (...) {
            failure = std::current_exception();
        }
        insertion.rows.pop();
    }

    for (const Detail::RowRun &run : changed) {
        if (!tellChanged(run.first, run.last))
            return false;
    }
    if (!rows.empty() && !insertFresh(insertion, at, std::move(fresh)))
        return false;
    if (failure)
        std::rethrow_exception(failure);
    return true;
}

template<typename Row>
bool StreamModelOf<Row>::insertFresh(Detail::InsertRows<Row> &insertion, int at, std::unique_ptr<Chunk> fresh)
{
    const int count = int(fresh->rows.size());
    try {
        if (const int out = pushedOut(count); out > 0) {
            if (!(m_limit < 0 ? removeRun(0, out - 1) : removeRun(size() - out, size() - 1)))
                return false;
            at -= m_limit < 0 ? out : 0;
            insertion.next = at;
        }
        m_rows.prepareInsert(at, fresh);
    } catch (...) {
        if (m_rows.index())
            m_rows.index()->dropAdded();
        // One row pays for it, so that the others come, and whoever tries again gets on.
        fresh->rows.erase(fresh->rows.begin());
        insertion.rows.putBack(std::move(fresh->rows));
        throw;
    }
    begin(Signal::Insert, at, at + count - 1);
    m_rows.insert();
    if (!end())
        return false;
    m_rows.tidy();
    insertion.next = at + count;
    return true;
}

template<typename Row>
bool StreamModelOf<Row>::learnRoles(const Row &row)
{
    if constexpr (std::same_as<Row, QVariantMap>) {
        if (!m_roles.m_roles.empty() || row.isEmpty())
            return true;
        RowRoles<Row> learnt = m_roles;
        for (auto key = row.keyBegin(); key != row.keyEnd(); ++key)
            learnt.add(typename RowRoles<Row>::Role(key->toUtf8()));
        begin(Signal::Reset);
        m_roles = std::move(learnt);
        setRoles(m_roles.names());
        return end();
    } else {
        Q_UNUSED(row)
        return true;
    }
}

template<typename Row>
qint64 StreamModelOf<Row>::roomAt(int at) const
{
    if (m_limit == 0)
        return std::numeric_limits<qint64>::max();
    return m_limit > 0 ? std::max(0, m_limit - at) : std::max<qint64>(0, at - size() - qint64(m_limit));
}

template<typename Row>
int StreamModelOf<Row>::pushedOut(qsizetype more) const
{
    return m_limit == 0 ? 0 : int(std::max<qint64>(0, size() + more - std::abs(qint64(m_limit))));
}

template<typename Row>
bool StreamModelOf<Row>::isPushedOut(int row, qsizetype more) const
{
    const int out = pushedOut(more);
    return m_limit < 0 ? row < out : row >= size() - out;
}

} // namespace Aside
