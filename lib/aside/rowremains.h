// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/rowchanges.h>
#include <aside/rowtable.h>

#include <memory>
#include <utility>
#include <vector>

namespace Aside::Detail {

/// Rows that nobody takes any more: of a stream that has ended, and of its model.
class ASIDE_EXPORT RowRemains
{
public:
    virtual ~RowRemains();
    /// Frees some hundred of them. False once nothing is left.
    virtual bool freeSome() noexcept = 0;

    /// Has them freed on this thread, a little at a time, as its event loop comes round. Null does nothing.
    static void leave(std::unique_ptr<RowRemains> remains);
};

template<typename Row>
class RowRemainsOf final : public RowRemains
{
public:
    using Leftovers = std::vector<typename RowTable<Row>::Leftovers>;

    static std::unique_ptr<RowRemains> of(RowChanges<Row> taken, RowChanges<Row> waiting, Leftovers leftovers)
    {
        if (!taken.hasRemains() && !waiting.hasRemains() && leftovers.empty())
            return nullptr;
        auto remains = std::make_unique<RowRemainsOf>();
        remains->m_taken.swap(taken);
        remains->m_waiting.swap(waiting);
        remains->m_leftovers.swap(leftovers);
        return remains;
    }

    bool freeSome() noexcept override
    {
        if (m_taken.dropSome() || m_waiting.dropSome())
            return true;
        if (!m_leftovers.empty() && !m_leftovers.back().freeSome())
            m_leftovers.pop_back();
        return !m_leftovers.empty();
    }

private:
    RowChanges<Row> m_taken;
    RowChanges<Row> m_waiting;
    Leftovers m_leftovers;
};

} // namespace Aside::Detail
