// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of rowtable.h. Not to be included by itself.

#include <aside/rowtable.h>

namespace Aside::Detail {

template<typename Row>
bool RowTable<Row>::Leftovers::freeSome() noexcept
{
    if (!chunks.empty())
        chunks.pop_back();
    else if (index && !index->freeSome())
        index.reset();
    return !chunks.empty() || index;
}

template<typename Row>
void RowTable<Row>::prepareInsert(int row, std::unique_ptr<Chunk> &fresh)
{
    const int rows = int(fresh->rows.size());
    const auto room = movesFreely ? chunkWithRoom(row, fresh->rows.size()) : std::nullopt;
    if (room) {
        Chunk &chunk = *m_chunks[*room];
        note(*fresh, 0, fresh->rows.size());
        grow(chunk.rows, chunk.rows.size() + fresh->rows.size());
        m_change = {*room, *room, row - chunk.first, rows, true};
    } else {
        if (fresh->rows.capacity() > 2 * fresh->rows.size())
            fresh->rows.shrink_to_fit();
        grow(m_chunks, m_chunks.size() + 2);
        const size_t chunk = boundary(row);
        m_change = {chunk, chunk, 0, rows, false};
    }
    m_fresh = std::move(fresh);
}

template<typename Row>
void RowTable<Row>::insert() noexcept
{
    const auto [place, end, slot, count, within] = m_change;
    const bool atEnd = !within && place == m_chunks.size();
    if (within) {
        if constexpr (movesFreely) {
            std::vector<Row> &rows = m_chunks[place]->rows;
            rows.insert(rows.begin() + slot, std::make_move_iterator(m_fresh->rows.begin()),
                        std::make_move_iterator(m_fresh->rows.end()));
            placeNoted(*m_chunks[place], size_t(slot));
        }
        unsettle(place + 1);
        m_fresh.reset();
    } else {
        m_fresh->first = m_size;
        m_fresh->index = int(place);
        m_chunks.insert(m_chunks.begin() + std::ptrdiff_t(place), std::move(m_fresh));
        if (atEnd && m_settled == place)
            ++m_settled;
        else
            unsettle(place);
    }
    m_size += count;
    if (m_index)
        m_index->keepAdded();
}

template<typename Row>
void RowTable<Row>::prepareRemove(int first, int last)
{
    const int rows = last - first + 1;
    const size_t home = chunkOf(first);
    const Chunk &chunk = *m_chunks[home];
    const qsizetype slot = first - chunk.first;
    if (movesFreely && rows < int(chunk.rows.size()) && slot + rows <= qsizetype(chunk.rows.size())) {
        m_change = {home, home, slot, rows, true};
        note(chunk, size_t(slot), size_t(slot + rows));
        return;
    }
    const size_t begin = boundary(first);
    const size_t end = boundary(last + 1);
    m_change = {begin, end, 0, rows, false};
    if (m_index)
        m_index->forgetNoted();
    for (size_t i = begin; m_index && i < end; ++i)
        m_index->note(m_chunks[i]->rows);
}

template<typename Row>
void RowTable<Row>::remove() noexcept
{
    const auto [begin, end, slot, count, within] = m_change;
    if (m_index)
        m_index->removeNoted();
    if (within) {
        if constexpr (movesFreely) {
            std::vector<Row> &rows = m_chunks[begin]->rows;
            rows.erase(rows.begin() + slot, rows.begin() + slot + count);
        }
        unsettle(begin + 1);
    } else {
        m_chunks.erase(m_chunks.begin() + std::ptrdiff_t(begin), m_chunks.begin() + std::ptrdiff_t(end));
        unsettle(begin);
    }
    m_size -= count;
}

template<typename Row>
void RowTable<Row>::tidy() noexcept
{
    try {
        join(m_change.chunk);
        if (m_change.chunk > 0)
            join(m_change.chunk - 1);
    } catch (...) { // NOLINT(bugprone-empty-catch)
        // All rows are where they were: only their chunks stay small.
    }
}

template<typename Row>
typename RowTable<Row>::Leftovers RowTable<Row>::takeAll(std::unique_ptr<RowIndex<Row>> emptyIndex) noexcept
{
    m_size = 0;
    m_settled = 0;
    return {std::exchange(m_chunks, {}), std::exchange(m_index, std::move(emptyIndex))};
}

template<typename Row>
size_t RowTable<Row>::chunkOf(int row) const
{
    // No further than needed: rows often come and go at the front, where all behind them moves.
    while (m_settled == 0 || row >= m_chunks[m_settled - 1]->first + int(m_chunks[m_settled - 1]->rows.size()))
        settleNext();
    const auto behind = std::upper_bound(m_chunks.begin(), m_chunks.begin() + std::ptrdiff_t(m_settled), row,
                                         [](int number, const auto &chunk) { return number < chunk->first; });
    return size_t(behind - m_chunks.begin()) - 1;
}

template<typename Row>
int RowTable<Row>::rowOf(Place place) const
{
    if (!place.chunk || place.chunk->index < 0)
        return -1;
    const auto isSettled = [&] {
        const size_t index = size_t(place.chunk->index);
        return index < m_settled && m_chunks[index].get() == place.chunk;
    };
    while (!isSettled())
        settleNext();
    return place.chunk->first + int(place.slot);
}

template<typename Row>
void RowTable<Row>::settleNext() const
{
    Chunk &chunk = *m_chunks[m_settled];
    chunk.index = int(m_settled);
    chunk.first = 0;
    if (m_settled > 0) {
        const Chunk &before = *m_chunks[m_settled - 1];
        chunk.first = before.first + int(before.rows.size());
    }
    ++m_settled;
}

template<typename Row>
size_t RowTable<Row>::boundary(int row)
{
    if (row == m_size)
        return m_chunks.size();
    const size_t index = chunkOf(row);
    Chunk &chunk = *m_chunks[index];
    const size_t slot = size_t(row - chunk.first);
    if (slot == 0)
        return index;

    grow(m_chunks, m_chunks.size() + 1);
    auto right = std::make_unique<Chunk>();
    right->index = int(index) + 1;
    note(chunk, slot, chunk.rows.size());
    const auto from = chunk.rows.begin() + std::ptrdiff_t(slot);
    if constexpr (movesFreely)
        right->rows.assign(std::make_move_iterator(from), std::make_move_iterator(chunk.rows.end()));
    else
        right->rows.assign(from, chunk.rows.end());
    placeNoted(*right, 0);
    chunk.rows.erase(from, chunk.rows.end());
    m_chunks.insert(m_chunks.begin() + std::ptrdiff_t(index) + 1, std::move(right));
    unsettle(index + 1);
    return index + 1;
}

template<typename Row>
std::optional<size_t> RowTable<Row>::chunkWithRoom(int row, size_t rows) const
{
    if (m_chunks.empty())
        return std::nullopt;
    const auto hasRoom = [&](size_t chunk) { return m_chunks[chunk]->rows.size() + rows <= size_t(PieceRows); };
    // At a border, the chunk before it takes them without moving any.
    const size_t before = chunkOf(std::max(row - 1, 0));
    if (hasRoom(before))
        return before;
    if (row < m_size && chunkOf(row) != before && hasRoom(chunkOf(row)))
        return chunkOf(row);
    return std::nullopt;
}

/// Makes one of that chunk and the one behind it, where that costs little.
template<typename Row>
void RowTable<Row>::join(size_t chunk)
{
    if (chunk + 1 >= m_chunks.size())
        return;
    std::vector<Row> &left = m_chunks[chunk]->rows;
    std::vector<Row> &right = m_chunks[chunk + 1]->rows;
    const bool intoRight = movesFreely && left.size() < right.size();
    const size_t from = intoRight ? chunk : chunk + 1;
    const size_t moved = m_chunks[from]->rows.size();
    const size_t sum = left.size() + right.size();
    constexpr size_t full = PieceRows;
    // Joined chunks need some room, or the next row that comes would split them again.
    if (sum > full / 2 && (sum > full || moved > full / 8))
        return;

    note(*m_chunks[from], 0, moved);
    if (intoRight) {
        if constexpr (movesFreely) {
            grow(right, sum);
            right.insert(right.begin(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
        }
        placeNoted(*m_chunks[chunk + 1], 0);
    } else {
        const size_t had = left.size();
        grow(left, sum);
        try {
            for (Row &row : right)
                left.push_back(std::move_if_noexcept(row));
        } catch (...) {
            left.erase(left.begin() + std::ptrdiff_t(had), left.end());
            throw;
        }
        placeNoted(*m_chunks[chunk], had);
    }
    m_chunks.erase(m_chunks.begin() + std::ptrdiff_t(from));
    unsettle(chunk);
}

template<typename Row>
void RowTable<Row>::note(const Chunk &chunk, size_t from, size_t to)
{
    if (!m_index)
        return;
    m_index->forgetNoted();
    m_index->note(std::span(chunk.rows).subspan(from, to - from));
}

template<typename Row>
void RowTable<Row>::placeNoted(Chunk &chunk, size_t slot) noexcept
{
    if (m_index)
        m_index->placeNoted(&chunk, qsizetype(slot));
}

} // namespace Aside::Detail
