// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// Which values a typed place can hold. Used by the templates of the library.

#include <aside/export.h>

#include <QVariant>

#include <type_traits>

namespace Aside::Detail {

/// Turns \a value into one that holds exactly \a type, and says whether that lost nothing.
///
/// Held are the type itself, a number that fits without loss (a float rounds other floating-point
/// numbers), an enum and its number, null for a pointer, text that QMetaType can read as the type,
/// and what it converts there and back. Text is no number, and neither is a bool. On false, \a value
/// is as it was.
ASIDE_EXPORT bool convertTo(QMetaType type, QVariant &value);

/// Throws AssignError, naming the key, the type it has and the type it got.
[[noreturn]] ASIDE_EXPORT void throwCannotHold(const QString &key, QMetaType has, const QVariant &got);

/// Throws AssignError, naming the key, the type it holds and the type that was asked for.
[[noreturn]] ASIDE_EXPORT void throwCannotRead(const QString &key, QMetaType wanted, const QVariant &holds);

/// The value as a T: what \a value holds, or what \a converted holds then. Throws AssignError where
/// convertTo() says no.
template<typename T>
const T &heldIn(const QString &key, const QVariant &value, QVariant &converted)
{
    if constexpr (std::is_same_v<T, QVariant>) {
        return value;
    } else {
        constexpr auto type = QMetaType::fromType<T>();
        if (value.metaType() == type)
            return *static_cast<const T *>(value.constData());
        converted = value;
        if (!convertTo(type, converted))
            throwCannotRead(key, type, value);
        return *static_cast<const T *>(converted.constData());
    }
}

template<typename T>
T held(const QString &key, const QVariant &value)
{
    QVariant converted;
    return heldIn<T>(key, value, converted);
}

/// Whether both are equal: the same bytes, equal by `==` of their type, or the same number. Never
/// walks a container whose data both share.
ASIDE_EXPORT bool sameValue(const QVariant &left, const QVariant &right);

} // namespace Aside::Detail
