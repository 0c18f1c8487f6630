// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns_impl.h>
#include <aside/export.h>
#include <aside/pieces.h>

#include <QScopeGuard>
#include <QVariant>

#include <utility>
#include <variant>
#include <vector>

namespace Aside {

template<typename Row>
class StreamModelOf;

namespace Detail {

template<typename Row>
class RowRemainsOf;

template<typename Row>
struct InsertRows
{
    int at;
    bool byId; // refused by a model that knows no ids
    Pieces<Row> rows;
    int next = -1; // where the next row goes; -1 before the first
    bool refused = false;
    qsizetype weight() const { return refused ? 0 : rows.size(); }
};
struct RemoveRows
{
    Pieces<QVariant> ids;
    bool refused = false;
    qsizetype weight() const { return refused ? 0 : ids.size(); }
};
struct ResetRows
{
    bool done = false;
    qsizetype weight() const { return done ? 0 : 1; }
};
struct LimitRows
{
    int limit;
    bool begun = false;
    bool done = false;
    qsizetype weight() const { return done ? 0 : 1; }
};
template<typename Row>
using RowOperation = std::variant<InsertRows<Row>, RemoveRows, ResetRows, LimitRows>;

/// Throws Error if rows cannot be inserted there in any model.
ASIDE_EXPORT void checkPlace(int at);

} // namespace Detail

/// Changes of the rows of a StreamModelOf<Row>, in order: what a producer hands to the model's thread.
///
/// A pure value; make it on any thread. Adding costs about what std::vector::push_back costs; ranges
/// given as rvalues are moved from, and a std::vector of up to 512 rows is taken over as it is. What
/// each operation does stands at StreamModelOf.
///
/// \code
/// RowChanges<File> changes;
/// changes.setLimit(-1000).append(File{u"new.txt"_s, 12}).remove(u"old.txt"_s);
/// \endcode
template<typename Row>
class RowChanges
{
public:
    RowChanges &append(Row row) { return insert(-1, std::move(row)); }
    template<Detail::RangeOf<Row> Rows>
    RowChanges &append(Rows &&rows)
    {
        return insert(-1, std::forward<Rows>(rows));
    }
    /// Throws Error if \a at is below -1.
    RowChanges &insert(int at, Row row) { return addRows(at, false, std::move(row)); }
    template<Detail::RangeOf<Row> Rows>
    RowChanges &insert(int at, Rows &&rows)
    {
        return addRows(at, false, std::forward<Rows>(rows));
    }
    RowChanges &upsert(Row row, int at = -1) { return addRows(at, true, std::move(row)); }
    template<Detail::RangeOf<Row> Rows>
    RowChanges &upsert(Rows &&rows, int at = -1)
    {
        return addRows(at, true, std::forward<Rows>(rows));
    }
    template<typename Id>
    RowChanges &remove(Id &&id)
    {
        removal().ids.append(Detail::toVariant(std::forward<Id>(id)));
        ++m_size;
        return *this;
    }
    RowChanges &reset()
    {
        start(Detail::ResetRows{});
        ++m_size;
        return *this;
    }
    RowChanges &setLimit(int limit)
    {
        start(Detail::LimitRows{limit});
        ++m_size;
        return *this;
    }
    /// Adds all of \a later behind what is there.
    RowChanges &add(RowChanges later);

    bool isEmpty() const { return m_size == 0; }
    /// How much waits: one for each row to insert, for each id to remove, and for each reset and limit.
    qsizetype size() const { return m_size; }

    RowChanges() = default;
    RowChanges(const RowChanges &) = default;
    RowChanges(RowChanges &&other) noexcept { swap(other); }
    RowChanges &operator=(RowChanges other) noexcept
    {
        swap(other);
        return *this;
    }
    ~RowChanges() = default;
    void swap(RowChanges &other) noexcept
    {
        m_operations.swap(other.m_operations);
        m_refused.swap(other.m_refused);
        std::swap(m_first, other.m_first);
        std::swap(m_size, other.m_size);
    }

private:
    friend class StreamModelOf<Row>;
    friend class Detail::RowRemainsOf<Row>;
    using Operation = Detail::RowOperation<Row>;
    using Insert = Detail::InsertRows<Row>;

    template<typename Kind>
    Kind *lastAs()
    {
        return m_operations.empty() ? nullptr : std::get_if<Kind>(&m_operations.back());
    }
    template<typename Kind>
    Kind &start(Kind operation)
    {
        m_operations.emplace_back(std::move(operation));
        return *lastAs<Kind>();
    }
    /// Appended rows join; others do not, since their place counts from when their turn comes.
    Insert &insertion(int at, bool byId)
    {
        Insert *const last = at < 0 ? lastAs<Insert>() : nullptr;
        return last && last->at < 0 && last->byId == byId ? *last : start(Insert{at, byId, {}});
    }
    Detail::RemoveRows &removal()
    {
        auto *const last = lastAs<Detail::RemoveRows>();
        return last ? *last : start(Detail::RemoveRows{});
    }
    template<typename Rows>
    RowChanges &addRows(int at, bool byId, Rows &&rows)
    {
        Detail::checkPlace(at);
        Insert &target = insertion(at, byId);
        const qsizetype before = target.rows.size();
        const auto counted = qScopeGuard([&] { // also what came before a row whose copy throws
            m_size += target.rows.size() - before;
            if (target.rows.isEmpty())
                m_operations.pop_back();
        });
        target.rows.append(std::forward<Rows>(rows));
        return *this;
    }
    Operation &front() { return m_operations[m_first]; }
    static qsizetype weightOf(const Operation &operation)
    {
        return std::visit([](const auto &kind) { return kind.weight(); }, operation);
    }
    /// The front weighed \a before, and some of it is done since.
    void take(qsizetype before)
    {
        m_size -= before - weightOf(front());
        if (weightOf(front()) == 0)
            pop();
    }
    void pop()
    {
        keepRefused(front());
        front() = Detail::ResetRows();
        ++m_first;
        if (m_first == m_operations.size() || (m_first >= 64 && m_first * 2 > m_operations.size())) {
            m_operations.erase(m_operations.begin(), m_operations.begin() + std::ptrdiff_t(m_first));
            m_first = 0;
        }
    }

    /// What was refused may be long, and is freed bit by bit, too.
    void keepRefused(Operation &operation) noexcept
    {
        if (isFreed(operation))
            return;
        try {
            m_refused.push_back(std::move(operation));
        } catch (...) { // NOLINT(bugprone-empty-catch)
            // There is no memory left: then it is freed at once.
        }
    }
    bool hasRemains() const { return !isEmpty() || !m_refused.empty(); }
    /// Frees as much as a step takes. False once nothing is left.
    bool dropSome() noexcept
    {
        for (qsizetype dropped = 0; dropped < Detail::PieceRows && hasRemains();)
            dropped += m_refused.empty() ? dropFront() : dropRefused();
        return hasRemains();
    }
    /// Frees a piece of what was refused, if there is any.
    qsizetype dropRefused() noexcept
    {
        if (m_refused.empty())
            return 0;
        const qsizetype dropped = dropPiece(m_refused.back());
        if (isFreed(m_refused.back()))
            m_refused.pop_back();
        return dropped;
    }
    qsizetype dropFront() noexcept
    {
        const qsizetype before = weightOf(front());
        const qsizetype dropped = dropPiece(front());
        take(before);
        return dropped;
    }
    static qsizetype dropPiece(Operation &operation) noexcept
    {
        const auto drop = [](auto &pieces) {
            const qsizetype size = pieces.pieceSize();
            pieces.dropPiece();
            return size;
        };
        if (auto *const rows = std::get_if<Insert>(&operation))
            return drop(rows->rows);
        if (auto *const removed = std::get_if<Detail::RemoveRows>(&operation))
            return drop(removed->ids);
        operation = Detail::ResetRows{.done = true};
        return 1;
    }
    static bool isFreed(const Operation &operation)
    {
        if (const auto *const rows = std::get_if<Insert>(&operation))
            return rows->rows.isEmpty();
        const auto *const removed = std::get_if<Detail::RemoveRows>(&operation);
        return !removed || removed->ids.isEmpty();
    }

    std::vector<Operation> m_operations;
    std::vector<Operation> m_refused; // what is left of them is yet to be freed
    size_t m_first = 0; // the first that is left
    qsizetype m_size = 0;
};

template<typename Row>
RowChanges<Row> &RowChanges<Row>::add(RowChanges later)
{
    for (; later.m_first < later.m_operations.size(); ++later.m_first) {
        Operation &operation = later.front();
        m_size += weightOf(operation);
        if (auto *const rows = std::get_if<Insert>(&operation); rows && rows->at < 0)
            insertion(-1, rows->byId).rows.append(std::move(rows->rows));
        else if (auto *const removed = std::get_if<Detail::RemoveRows>(&operation))
            removal().ids.append(std::move(removed->ids));
        else
            m_operations.push_back(std::move(operation));
    }
    return *this;
}

} // namespace Aside
