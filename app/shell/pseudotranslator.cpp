// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "pseudotranslator.h"

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Plain = u"ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz";
constexpr QStringView Accented = u"ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž";
static_assert(Plain.size() == Accented.size());

/// Words, as longer texts have: they wrap where texts may.
QString padding(qsizetype length)
{
    static constexpr QStringView words = u" one two three four five six seven eight nine ten";
    QString text;
    while (text.size() < length)
        text += words.first(std::min(words.size(), length - text.size()));
    return text.trimmed().isEmpty() ? text : text.trimmed().prepend(u' ');
}

} // namespace

QString PseudoTranslator::translate(const char *, const char *text, const char *, int) const
{
    const QString plain = QString::fromUtf8(text);
    if (plain.isEmpty())
        return {};
    QString odd = u"["_s;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const bool isMarker = i > 0 && plain.at(i - 1) == u'%';
        const qsizetype letter = isMarker ? -1 : Plain.indexOf(plain.at(i));
        odd += letter < 0 ? plain.at(i) : Accented.at(letter);
    }
    return odd + padding((plain.size() * 2 + 4) / 5) + u']';
}

} // namespace AsideDemo
