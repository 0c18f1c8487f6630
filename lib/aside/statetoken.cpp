// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "statetoken.h"

#include "gate_p.h"

namespace Aside {

StateToken::StateToken() = default;

StateToken::StateToken(std::shared_ptr<Detail::Gate> gate)
    : m_gate(std::move(gate))
{
}

bool StateToken::isGone() const
{
    return !m_gate || m_gate->isGone();
}

void StateToken::runBlock(Detail::BlockCall call) const
{
    if (!m_gate)
        Detail::Gate::throwGone();
    m_gate->modify(call);
}

} // namespace Aside
