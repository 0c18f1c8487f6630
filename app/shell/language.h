// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace AsideDemo {

/// Turns texts, numbers and sizes to the language \a name, as in `de` or `en_GB`, or to the system's where
/// it is empty; `pseudo` is PseudoTranslator. Texts that are not translated stay English. False, and
/// nothing is changed, if there is no such language. Call it once, before the first text is made.
bool useLanguage(const QString &name);

} // namespace AsideDemo
