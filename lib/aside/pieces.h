// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// How rows wait. Used by the templates of the library.

#include <QtGlobal>

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace Aside::Detail {

/// How many rows lie together at most, in a queue as in a model.
inline constexpr int PieceRows = 512;

/// What can be walked and gives Ts: a QList, a std::vector, a std::span, a view.
template<typename Range, typename T>
concept RangeOf = std::ranges::input_range<Range> && std::same_as<std::ranges::range_value_t<Range>, T>;

/// Whether the elements of an argument of that type may be moved from: it is an rvalue that owns them.
template<typename Range>
constexpr bool ownsElements = !std::is_lvalue_reference_v<Range> && !std::is_const_v<Range>
    && !std::ranges::view<Range> && !std::ranges::borrowed_range<Range>;

/// A queue that lies in pieces, so that no step has to copy, move or free all of a long one.
template<typename T>
class Pieces
{
public:
    Pieces() = default;
    Pieces(const Pieces &) = default;
    Pieces(Pieces &&other) noexcept { swap(other); }
    Pieces &operator=(Pieces other) noexcept
    {
        swap(other);
        return *this;
    }
    ~Pieces() = default;

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }
    /// How much of the queue takePiece() would take.
    qsizetype pieceSize() const { return isEmpty() ? 0 : qsizetype(m_pieces[m_first].size() - m_taken); }

    void append(T &&item)
    {
        if (m_pieces.empty() || m_pieces.back().size() >= size_t(PieceRows)) {
            const bool isLong = !m_pieces.empty();
            m_pieces.emplace_back();
            if (isLong)
                m_pieces.back().reserve(PieceRows);
        }
        m_pieces.back().push_back(std::move(item));
        ++m_size;
    }
    template<RangeOf<T> Range>
    void append(Range &&range)
    {
        if constexpr (std::is_same_v<Range, std::vector<T>>) {
            if (range.capacity() <= size_t(PieceRows))
                return adopt(range);
        }
        for (auto &&item : range) {
            if constexpr (ownsElements<Range>)
                append(T(std::move(item)));
            else
                append(T(std::forward<decltype(item)>(item)));
        }
    }
    void append(Pieces &&later)
    {
        while (!later.isEmpty()) {
            std::vector<T> piece = later.takePiece();
            adopt(piece);
        }
    }

    T &front() { return m_pieces[m_first][m_taken]; }
    /// Drops the front, which may have been moved from.
    void pop()
    {
        --m_size;
        if (++m_taken == m_pieces[m_first].size())
            popPiece();
    }
    /// Drops what is left of the first piece.
    void dropPiece()
    {
        m_size -= pieceSize();
        popPiece();
    }
    /// What is left of the first piece.
    std::vector<T> takePiece()
    {
        std::vector<T> piece;
        if (m_taken == 0) {
            piece = std::move(m_pieces[m_first]);
        } else {
            const auto left = m_pieces[m_first].begin() + std::ptrdiff_t(m_taken);
            piece.assign(std::make_move_iterator(left), std::make_move_iterator(m_pieces[m_first].end()));
        }
        m_size -= qsizetype(piece.size());
        popPiece();
        return piece;
    }

    /// Puts \a items in front of what is left.
    void putBack(std::vector<T> &&items)
    {
        if (items.empty())
            return;
        if (m_taken > 0) {
            std::vector<T> &piece = m_pieces[m_first];
            piece.erase(piece.begin(), piece.begin() + std::ptrdiff_t(m_taken));
            m_taken = 0;
        }
        const auto count = qsizetype(items.size());
        m_pieces.insert(m_pieces.begin() + std::ptrdiff_t(m_first), std::move(items));
        m_size += count;
    }

private:
    void swap(Pieces &other) noexcept
    {
        m_pieces.swap(other.m_pieces);
        std::swap(m_first, other.m_first);
        std::swap(m_taken, other.m_taken);
        std::swap(m_size, other.m_size);
    }
    /// Takes the piece as it is, unless its rows have room in the last one.
    void adopt(std::vector<T> &piece)
    {
        if (m_pieces.empty() || m_pieces.back().size() + piece.size() > size_t(PieceRows)) {
            m_size += qsizetype(piece.size());
            m_pieces.push_back(std::move(piece));
            return;
        }
        for (T &item : piece)
            append(std::move(item));
    }
    void popPiece()
    {
        m_pieces[m_first] = std::vector<T>();
        m_taken = 0;
        ++m_first;
        if (m_first == m_pieces.size() || (m_first >= 64 && m_first * 2 > m_pieces.size())) {
            m_pieces.erase(m_pieces.begin(), m_pieces.begin() + std::ptrdiff_t(m_first));
            m_first = 0;
        }
    }

    std::vector<std::vector<T>> m_pieces; // none is empty, from the first on
    size_t m_first = 0; // the first that is left
    size_t m_taken = 0; // of that one
    qsizetype m_size = 0;
};

} // namespace Aside::Detail
