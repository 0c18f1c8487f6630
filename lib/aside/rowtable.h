// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// How the rows of a model lie in memory. Used by the templates of the library.

#include <aside/pieces.h>
#include <aside/rowindex.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace Aside::Detail {

/// Rows in chunks, and where each id is. Any row is found, inserted or removed in a time that hardly
/// depends on how many there are.
///
/// Rows change in two steps: prepare…() may throw, and then nothing has changed that can be seen; what
/// follows it cannot throw, so that a view is never told of a change that does not come.
template<typename Row>
class RowTable
{
public:
    using Chunk = RowChunk<Row>;
    using Place = RowPlace<Row>;

    /// Rows that are in the table no more, and are yet to be freed.
    struct Leftovers
    {
        /// Some of it. False once nothing is left.
        bool freeSome() noexcept;

        std::vector<std::unique_ptr<Chunk>> chunks;
        std::unique_ptr<RowIndex<Row>> index;
    };

    explicit RowTable(std::unique_ptr<RowIndex<Row>> index) : m_index(std::move(index)) { }

    int size() const { return m_size; }
    const Row &at(int row) const
    {
        const Chunk &chunk = *m_chunks[chunkOf(row)];
        return chunk.rows[size_t(row - chunk.first)];
    }
    /// Null if rows have no ids.
    RowIndex<Row> *index() const { return m_index.get(); }
    /// The number of the row there; -1 if it is nowhere, or not inserted yet.
    int rowOf(Place place) const;

    /// \a fresh has at least one row, and at most PieceRows; their ids are added to the index already.
    /// It is taken unless this throws.
    void prepareInsert(int row, std::unique_ptr<Chunk> &fresh);
    void insert() noexcept;
    /// At most PieceRows rows.
    void prepareRemove(int first, int last);
    void remove() noexcept;
    /// Joins small chunks around the last change.
    void tidy() noexcept;
    /// For takeAll(): what it puts in the place of the index.
    std::unique_ptr<RowIndex<Row>> emptyIndex() const { return m_index ? m_index->makeEmpty() : nullptr; }
    Leftovers takeAll(std::unique_ptr<RowIndex<Row>> emptyIndex) noexcept;

private:
    // Rows whose move may throw are moved within no chunk, but copied to others first.
    static constexpr bool movesFreely
        = std::is_nothrow_move_constructible_v<Row> && std::is_nothrow_move_assignable_v<Row>;

    size_t chunkOf(int row) const;
    void settleNext() const;
    void unsettle(size_t chunk) noexcept { m_settled = std::min(m_settled, chunk); }
    /// Makes a chunk begin at that row, and gives its index.
    size_t boundary(int row);
    std::optional<size_t> chunkWithRoom(int row, size_t rows) const;
    void join(size_t chunk);
    void note(const Chunk &chunk, size_t from, size_t to);
    void placeNoted(Chunk &chunk, size_t slot) noexcept;
    /// Makes room for \a size items without growing at each call.
    template<typename T>
    static void grow(std::vector<T> &items, size_t size)
    {
        if (items.capacity() < size)
            items.reserve(std::max(size, 2 * items.size()));
    }

    struct Change
    {
        size_t chunk;
        size_t end; // of a removal: the chunk behind the last; the same one if only rows of it go
        qsizetype slot;
        int rows;
        bool within;
    };

    std::vector<std::unique_ptr<Chunk>> m_chunks; // none is empty
    mutable size_t m_settled = 0; // so many know their index and their first row
    int m_size = 0;
    Change m_change = {};
    std::unique_ptr<Chunk> m_fresh;
    std::unique_ptr<RowIndex<Row>> m_index;
};

} // namespace Aside::Detail

#include <aside/rowtable_impl.h>
