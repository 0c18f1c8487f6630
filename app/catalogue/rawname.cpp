// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rawname.h"

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isHidden(char16_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool breaksLine = c == 0x2028 || c == 0x2029;
    const bool reorders = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
        || c == 0x200f || c == 0x061c;
    return control || breaksLine || reorders;
}

QChar symbolFor(char16_t c)
{
    // Few fonts have Unicode's pictures of the controls.
    if (c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029)
        return QChar(0x21b5);
    return c == u'\t' ? QChar(0x21e5) : QChar(QChar::ReplacementCharacter);
}

} // namespace

QString readableName(const QByteArray &raw)
{
    return raw.isEmpty() ? QString(""_L1) : QString::fromUtf8(raw);
}

bool isFaithful(const QByteArray &raw)
{
    // Qt drops a byte-order mark at the start of UTF-8, which would name another file.
    return raw.isValidUtf8() && !raw.startsWith("\xEF\xBB\xBF");
}

QString visibleText(const QString &text)
{
    const auto hidden = [](QChar c) { return isHidden(c.unicode()); };
    if (std::none_of(text.begin(), text.end(), hidden))
        return text;
    QString shown = text;
    for (QChar &c : shown) {
        if (hidden(c))
            c = symbolFor(c.unicode());
    }
    return shown;
}

QString foldedName(const QString &text)
{
    if (isAscii(text))
        return {};
    return text.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace AsideDemo
