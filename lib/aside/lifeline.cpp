// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "lifeline_p.h"

#include <utility>

namespace Aside::Detail {

Lifeline::Anchor::~Anchor()
{
    if (m_newest)
        m_newest->m_cut = true;
}

Lifeline::Lifeline(Anchor &anchor)
    : m_anchor(anchor)
    , m_outer(std::exchange(anchor.m_newest, this))
{
}

Lifeline::~Lifeline()
{
    if (!m_cut)
        m_anchor.m_newest = m_outer;
    else if (m_outer)
        m_outer->m_cut = true;
}

} // namespace Aside::Detail
