// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace AsideDemo {

/// Makes of every text a longer one with accents and in brackets, as "[Ŝéåŕçĥ one]": what is clipped,
/// glued together or not translatable at all then shows. Markers such as %1 stay as they are.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation = nullptr,
                      int n = -1) const override;
};

} // namespace AsideDemo
