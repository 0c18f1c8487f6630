// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// Where the row with a given id is. Used by the templates of the library.

#include <aside/assigns_impl.h>
#include <aside/convert.h>
#include <aside/export.h>

#include <QByteArrayView>
#include <QHash>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace Aside::Detail {

/// An id whose type only shows at run time: a number, a text, a QByteArray, a QUuid or a QUrl. The same
/// number is the same id, whatever its type.
class ASIDE_EXPORT VariantId
{
public:
    VariantId(const QVariant &id); // NOLINT(google-explicit-constructor)
    bool isValid() const;
    friend bool operator==(const VariantId &left, const VariantId &right) { return left.m_id == right.m_id; }
    friend size_t qHash(const VariantId &id, size_t seed = 0) noexcept { return id.hash(seed); }

private:
    size_t hash(size_t seed) const noexcept;

    QVariant m_id;
};

/// Throws Error unless it can be one; \a what is the name of what should be the id.
ASIDE_EXPORT VariantId checkedId(const QVariant &id, const QByteArray &what);
/// Throws Error: \a id is not of the type that the rows' ids have.
[[noreturn]] ASIDE_EXPORT void throwNotAnId(const QVariant &id, QMetaType needed);
/// Throws Error: the id of a row is not what it was when the row came.
[[noreturn]] ASIDE_EXPORT void throwIdChanged();

/// An id as an index keeps it: text and bytes that only refer to their characters are copied.
template<typename T>
decltype(auto) toId(T &&id)
{
    using Given = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Given, QVariant>)
        return checkedId(id, "id");
    else if constexpr (std::is_same_v<Given, QByteArrayView>)
        return id.toByteArray();
    else if constexpr (isView<Given>)
        return id.toString();
    else if constexpr (std::is_lvalue_reference_v<T>)
        return T(id);
    else
        return Given(std::forward<T>(id));
}

/// Rows that lie together in a model.
template<typename Row>
struct RowChunk
{
    std::vector<Row> rows;
    int first = 0; // the row number of the first
    int index = -1; // the chunk's own, among the others; -1: it is in no model
};

template<typename Row>
struct RowPlace
{
    RowChunk<Row> *chunk = nullptr; // null: nowhere
    qsizetype slot = 0;
};

/// Which row has which id. Whatever throws leaves it as it was.
template<typename Row>
class RowIndex
{
public:
    using Rows = std::span<const Row>;
    using Place = RowPlace<Row>;

    virtual ~RowIndex() = default;
    virtual std::unique_ptr<RowIndex> makeEmpty() const = 0;

    /// The place of the row with the id of \a row.
    virtual Place find(const Row &row) const = 0;
    virtual Place findId(const QVariant &id) const = 0;
    /// A row with an id that is not there yet. It stays only once keepAdded() was called.
    virtual void add(const Row &row, Place place) = 0;
    virtual void keepAdded() noexcept = 0;
    virtual void dropAdded() noexcept = 0;

    /// Collects rows that are about to be moved or removed, since then nothing may throw.
    virtual void note(Rows rows) = 0;
    virtual void forgetNoted() noexcept = 0;
    virtual void removeNoted() noexcept = 0;
    /// They lie in \a chunk from \a slot on.
    virtual void placeNoted(RowChunk<Row> *chunk, qsizetype slot) noexcept = 0;

    /// Frees some of it, all in many calls. False once nothing is left.
    virtual bool freeSome() noexcept = 0;
};

template<typename Row, typename IdOf>
class RowIndexOf final : public RowIndex<Row>
{
    using Id = std::remove_cvref_t<decltype(toId(std::declval<std::invoke_result_t<const IdOf &, const Row &>>()))>;
    using typename RowIndex<Row>::Rows;
    using typename RowIndex<Row>::Place;

public:
    explicit RowIndexOf(IdOf given) : m_idOf(std::move(given)), m_shards(Shards) { }

    std::unique_ptr<RowIndex<Row>> makeEmpty() const override { return std::make_unique<RowIndexOf>(m_idOf); }

    Place find(const Row &row) const override { return locate(idOf(row)); }
    Place findId(const QVariant &id) const override
    {
        if constexpr (std::is_same_v<Id, VariantId>) {
            const VariantId wanted(id);
            if (!wanted.isValid())
                throwNotAnId(id, {});
            return locate(wanted);
        } else {
            QVariant converted = id;
            if (!convertTo(QMetaType::fromType<Id>(), converted))
                throwNotAnId(id, QMetaType::fromType<Id>());
            return locate(*static_cast<const Id *>(converted.constData()));
        }
    }
    void add(const Row &row, Place place) override
    {
        m_added.push_back(idOf(row));
        shard(m_added.back()).insert(m_added.back(), place);
    }
    void keepAdded() noexcept override { m_added.clear(); }
    void dropAdded() noexcept override
    {
        for (const Id &id : m_added)
            shard(id).remove(id);
        m_added.clear();
    }

    void note(Rows rows) override
    {
        for (const Row &row : rows)
            m_noted.push_back(idOf(row));
    }
    void forgetNoted() noexcept override { m_noted.clear(); }
    void removeNoted() noexcept override
    {
        for (const Id &id : m_noted)
            shard(id).remove(id);
        m_noted.clear();
    }
    void placeNoted(RowChunk<Row> *chunk, qsizetype slot) noexcept override
    {
        for (const Id &id : m_noted) {
            if (const auto found = shard(id).find(id); found != shard(id).end())
                *found = {chunk, slot};
            ++slot;
        }
        m_noted.clear();
    }

    bool freeSome() noexcept override
    {
        if (!m_shards.empty())
            m_shards.pop_back();
        return !m_shards.empty();
    }

private:
    // A hash that grows moves all that it holds. Of many small ones few grow at a time.
    static constexpr size_t ShardBits = 10;
    static constexpr size_t Shards = size_t(1) << ShardBits;

    decltype(auto) idOf(const Row &row) const { return toId(std::invoke(m_idOf, row)); }
    QHash<Id, Place> &shard(const Id &id) const
    {
        using QT_PREPEND_NAMESPACE(qHash);
        const quint64 spread = quint64(qHash(id, size_t(0))) * Q_UINT64_C(0x9e3779b97f4a7c15);
        return m_shards[size_t(spread >> (64 - ShardBits))];
    }
    Place locate(const Id &id) const
    {
        QHash<Id, Place> &hash = shard(id);
        const auto found = hash.find(id);
        if (found == hash.end())
            return {};
        // Rows that came or went before it in its chunk have moved it a little.
        const std::vector<Row> &rows = found->chunk->rows;
        const qsizetype size = qsizetype(rows.size());
        const auto isAt = [&](qsizetype slot) {
            return slot >= 0 && slot < size && idOf(rows[size_t(slot)]) == id;
        };
        const qsizetype slot = found->slot;
        for (qsizetype away = 0; away < size || away <= slot; ++away) {
            if (!isAt(slot - away) && !isAt(slot + away))
                continue;
            found->slot = isAt(slot - away) ? slot - away : slot + away;
            return *found;
        }
        throwIdChanged();
    }

    IdOf m_idOf;
    mutable std::vector<QHash<Id, Place>> m_shards; // mutable: where a row was found is remembered
    std::vector<Id> m_added;
    std::vector<Id> m_noted;
};

} // namespace Aside::Detail
