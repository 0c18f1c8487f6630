// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// How a block gets to the home thread, and what it returns back. Not to be used by itself.

#include <aside/livestate.h>

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace Aside::Detail {

/// A block, wherever it is: it must outlive its call.
class BlockCall
{
public:
    template<typename Block>
        requires(!std::same_as<Block, BlockCall>)
    explicit BlockCall(Block &block)
        : m_block(&block)
        , m_call([](void *called, LiveState &state) { (*static_cast<Block *>(called))(state); })
    {
    }
    void operator()(LiveState &state) const { m_call(m_block, state); }

private:
    void *m_block;
    void (*m_call)(void *, LiveState &);
};

/// Has \a run run the block, and hands out what it returns.
template<typename Block, typename Run>
auto returnOf(Block &block, Run &&run)
{
    using Return = std::invoke_result_t<Block &, LiveState &>;
    if constexpr (std::is_void_v<Return>) {
        auto call = [&block](LiveState &state) { block(state); };
        run(BlockCall(call));
    } else {
        std::optional<std::decay_t<Return>> value;
        auto call = [&](LiveState &state) { value.emplace(block(state)); };
        run(BlockCall(call));
        return std::move(*value);
    }
}

} // namespace Aside::Detail
