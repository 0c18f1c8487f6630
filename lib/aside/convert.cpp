// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "convert.h"

#include "failure.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

bool isText(QMetaType type)
{
    switch (type.id()) {
    case QMetaType::QString:
    case QMetaType::QByteArray:
    case QMetaType::QChar:
        return true;
    default:
        return false;
    }
}

bool isFloating(QMetaType type)
{
    return type.id() == QMetaType::Double || type.id() == QMetaType::Float;
}

bool isInteger(QMetaType type)
{
    switch (type.id()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::SChar:
    case QMetaType::UChar:
    case QMetaType::Char:
        return true;
    default:
        return type.flags().testFlag(QMetaType::IsEnumeration);
    }
}

bool isNumber(QMetaType type)
{
    return isFloating(type) || isInteger(type);
}

bool isUnsigned(QMetaType type)
{
    return type.flags().testFlag(QMetaType::IsUnsignedEnumeration)
        || type.id() == QMetaType::UInt || type.id() == QMetaType::ULong
        || type.id() == QMetaType::ULongLong || type.id() == QMetaType::UShort
        || type.id() == QMetaType::UChar;
}

bool fitsInteger(QMetaType type, const QVariant &value)
{
    const QMetaType from = value.metaType();
    const int bits = int(type.sizeOf()) * 8;
    if (isFloating(from)) {
        const double number = value.toDouble();
        const double upper = std::ldexp(1.0, isUnsigned(type) ? bits : bits - 1);
        const double lower = isUnsigned(type) ? 0.0 : -upper;
        return std::trunc(number) == number && number >= lower && number < upper;
    }
    if (isUnsigned(from)) {
        const quint64 number = value.toULongLong();
        const int room = isUnsigned(type) ? bits : bits - 1;
        return room >= 64 || number >> room == 0;
    }
    const qint64 number = value.toLongLong();
    if (isUnsigned(type))
        return number >= 0 && (bits >= 64 || number >> bits == 0);
    return bits >= 64 || (number >= -(qint64(1) << (bits - 1)) && number < (qint64(1) << (bits - 1)));
}

template<typename Integer>
bool fitsFloating(QMetaType type, Integer number)
{
    // The type's digits without a gap: past them, it would depend on the number's last bits.
    const int digits = type.id() == QMetaType::Double ? std::numeric_limits<double>::digits
                                                      : std::numeric_limits<float>::digits;
    const Integer most = Integer(1) << digits;
    return number <= most && (std::is_unsigned_v<Integer> || number >= Integer(0) - most);
}

bool fitsFloating(QMetaType type, const QVariant &value)
{
    if (isFloating(value.metaType())) {
        // A float takes every double that is not past its range: rounding is what floats do.
        const double number = value.toDouble();
        return type.id() == QMetaType::Double || !std::isfinite(number)
            || std::isfinite(float(number));
    }
    return isUnsigned(value.metaType()) ? fitsFloating(type, quint64(value.toULongLong()))
                                        : fitsFloating(type, qint64(value.toLongLong()));
}

bool sameElements(const QVariantList &left, const QVariantList &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(), sameValue);
}

template<typename Map>
bool sameEntries(const Map &left, const Map &right)
{
    if (left.size() != right.size())
        return false;
    for (auto entry = left.cbegin(); entry != left.cend(); ++entry) {
        const auto other = right.constFind(entry.key());
        if (other == right.cend() || !sameValue(*entry, *other))
            return false;
    }
    return true;
}

/// Of two that are of one type.
bool sameContent(const QVariant &left, const QVariant &right)
{
    // What these hold is compared here, since to QVariant's == 1 and "1" are the same.
    const auto both = [&](auto compare, auto as) {
        using Content = typename decltype(as)::type;
        return compare(*static_cast<const Content *>(left.constData()), *static_cast<const Content *>(right.constData()));
    };
    switch (left.metaType().id()) {
    case QMetaType::QVariantList:
        return both(sameElements, std::type_identity<QVariantList>());
    case QMetaType::QVariantMap:
        return both(sameEntries<QVariantMap>, std::type_identity<QVariantMap>());
    case QMetaType::QVariantHash:
        return both(sameEntries<QVariantHash>, std::type_identity<QVariantHash>());
    default:
        return left == right;
    }
}

bool survivesTheWayBack(const QVariant &value, const QVariant &converted)
{
    QVariant back = converted;
    return !QMetaType::canConvert(converted.metaType(), value.metaType())
        || (back.convert(value.metaType()) && sameValue(back, value));
}

QString typeName(QMetaType type)
{
    return type.isValid() ? QString::fromLatin1(type.name()) : u"nothing (an invalid QVariant)"_s;
}

QString whyNot(QMetaType type, const QVariant &value)
{
    if (isNumber(type) && isNumber(value.metaType()))
        return u" (%1 would lose something)"_s.arg(value.toString());
    return {};
}

} // namespace

bool convertTo(QMetaType type, QVariant &value)
{
    const QMetaType from = value.metaType();
    if (from == type)
        return true;
    if (!from.isValid())
        return false;
    if (from.id() == QMetaType::Nullptr) {
        if (!(type.flags() & (QMetaType::IsPointer | QMetaType::PointerToQObject)))
            return false;
        value = QVariant(type); // null
        return true;
    }
    if (isNumber(type)) {
        if (!isNumber(from))
            return false;
        if (isFloating(type) ? !fitsFloating(type, value) : !fitsInteger(type, value))
            return false;
    } else if (type.id() == QMetaType::Bool || from.id() == QMetaType::Bool) {
        return false;
    } else if (isText(type) && isNumber(from)) {
        return false;
    }
    QVariant converted = value;
    if (!converted.convert(type))
        return false;
    const bool isExact = from.id() == QMetaType::QString || isNumber(type) || type.flags().testFlag(QMetaType::PointerToQObject);
    if (!isExact && !survivesTheWayBack(value, converted))
        return false;
    value = std::move(converted);
    return true;
}

void throwCannotHold(const QString &key, QMetaType has, const QVariant &got)
{
    throw AssignError(key, u"cannot assign ‘%1’: it holds %2, not %3"_s
                               .arg(key, typeName(has), typeName(got.metaType())) + whyNot(has, got));
}

void throwCannotRead(const QString &key, QMetaType wanted, const QVariant &holds)
{
    throw AssignError(key, u"cannot read ‘%1’ as %2: it holds %3"_s
                               .arg(key, typeName(wanted), typeName(holds.metaType())) + whyNot(wanted, holds));
}

bool sameValue(const QVariant &left, const QVariant &right)
{
    if (left.metaType() != right.metaType()) {
        // What QML writes may be an int one time and a double the next. That `==` holds does not do,
        // since it rounds: each type must hold the other's number.
        QVariant there = right;
        QVariant back = left;
        return isNumber(left.metaType()) && isNumber(right.metaType()) && left == right
            && convertTo(left.metaType(), there) && convertTo(right.metaType(), back);
    }
    // The same bytes hold the same value: for a shared container that means the same data, so
    // nothing is walked; a NaN counts as unchanged.
    const auto size = size_t(left.metaType().sizeOf());
    return size == 0 || left.constData() == right.constData()
        || std::memcmp(left.constData(), right.constData(), size) == 0 || sameContent(left, right);
}

} // namespace Aside::Detail
