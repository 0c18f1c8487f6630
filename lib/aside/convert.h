// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// Which values a typed place can hold. Used by the templates of the library.

#include <aside/export.h>

#include <QVariant>

namespace Aside::Detail {

/// Turns \a value into one that holds exactly \a type, and says whether that lost nothing.
///
/// Held are the type itself, a number that fits without loss, an enum and its number, and what
/// QMetaType converts without going between text and number. On false, \a value is as it was.
ASIDE_EXPORT bool convertTo(QMetaType type, QVariant &value);

/// Throws AssignError, naming the key, the type it has and the type it got.
[[noreturn]] ASIDE_EXPORT void throwCannotHold(const QString &key, QMetaType has, const QVariant &got);

/// The value as a T. Throws AssignError where convertTo() says no.
template<typename T>
T held(const QString &key, const QVariant &value)
{
    constexpr auto type = QMetaType::fromType<T>();
    if (value.metaType() == type)
        return *static_cast<const T *>(value.constData());
    QVariant converted = value;
    if (!convertTo(type, converted))
        throwCannotHold(key, type, value);
    return *static_cast<const T *>(converted.constData());
}

/// Whether both are equal. Never walks a container whose data both share.
ASIDE_EXPORT bool sameValue(const QVariant &left, const QVariant &right);

} // namespace Aside::Detail
