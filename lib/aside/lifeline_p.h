// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace Aside::Detail {

/// Tells code that calls users' handlers whether they have destroyed the object that it works for.
/// Several may be on the stack at once. The object holds an Anchor; cheaper than a QPointer.
class Lifeline
{
public:
    class Anchor
    {
    public:
        Anchor() = default;
        ~Anchor();
        Q_DISABLE_COPY_MOVE(Anchor)

    private:
        friend class Lifeline;
        Lifeline *m_newest = nullptr;
    };

    explicit Lifeline(Anchor &anchor);
    ~Lifeline();
    Q_DISABLE_COPY_MOVE(Lifeline)

    bool isCut() const { return m_cut; }

private:
    Anchor &m_anchor;
    Lifeline *const m_outer;
    bool m_cut = false;
};

} // namespace Aside::Detail
