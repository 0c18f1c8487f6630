// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "convert.h"

#include "failure.h"

#include <cmath>
#include <cstring>

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

bool fitsFloating(QMetaType type, const QVariant &value)
{
    if (isFloating(value.metaType())) {
        // A float takes every double that is not past its range: rounding is what floats do.
        const double number = value.toDouble();
        return type.id() == QMetaType::Double || !std::isfinite(number)
            || std::isfinite(float(number));
    }
    if (isUnsigned(value.metaType()))
        return quint64(value.toULongLong()) <= (quint64(1) << 53);
    const qint64 number = value.toLongLong();
    return number >= -(qint64(1) << 53) && number <= (qint64(1) << 53);
}

} // namespace

bool convertTo(QMetaType type, QVariant &value)
{
    const QMetaType from = value.metaType();
    if (from == type)
        return true;
    if (!from.isValid() || from.id() == QMetaType::Nullptr)
        return false;
    if (isNumber(type)) {
        if (!isNumber(from))
            return false;
        if (isFloating(type) ? !fitsFloating(type, value) : !fitsInteger(type, value))
            return false;
    } else if (type.id() == QMetaType::Bool || from.id() == QMetaType::Bool) {
        return false;
    } else if (isText(type) && !isText(from) && isNumber(from)) {
        return false;
    }
    QVariant converted = value;
    if (!converted.convert(type))
        return false;
    value = std::move(converted);
    return true;
}

void throwCannotHold(const QString &key, QMetaType has, const QVariant &got)
{
    const auto name = [](QMetaType type) {
        return type.isValid() ? QString::fromLatin1(type.name()) : u"nothing (an invalid QVariant)"_s;
    };
    QString text = u"cannot assign ‘%1’: it holds %2, not %3"_s.arg(key, name(has), name(got.metaType()));
    if (isNumber(has) && isNumber(got.metaType()))
        text += u" (%1 would lose something)"_s.arg(got.toString());
    throw AssignError(key, text);
}

bool sameValue(const QVariant &left, const QVariant &right)
{
    if (left.metaType() == right.metaType()) {
        // The same bytes hold the same value: for a shared container that means the same data, so
        // nothing is walked; a NaN counts as unchanged.
        const auto size = size_t(left.metaType().sizeOf());
        if (size == 0 || left.constData() == right.constData()
            || std::memcmp(left.constData(), right.constData(), size) == 0) {
            return true;
        }
    }
    return left == right;
}

} // namespace Aside::Detail
