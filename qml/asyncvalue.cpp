// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "asyncvalue.h"

#include <QAssociativeIterable>
#include <QJsonArray>
#include <QJsonObject>
#include <QSequentialIterable>

namespace Aside::Qml {

namespace {

template<typename Iterable>
bool is(const QVariant &value)
{
    return QMetaType::canConvert(value.metaType(), QMetaType::fromType<Iterable>());
}

bool holdsNothing(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::QByteArray:
        return value.toByteArray().isEmpty();
    case QMetaType::QJsonArray:
        return value.toJsonArray().isEmpty();
    case QMetaType::QJsonObject:
        return value.toJsonObject().isEmpty();
    default:
        break;
    }
    if (is<QAssociativeIterable>(value))
        return value.value<QAssociativeIterable>().size() == 0;
    return is<QSequentialIterable>(value) && value.value<QSequentialIterable>().size() == 0;
}

} // namespace

void AsyncValue::setResult(const AsyncResult &result)
{
    if (m_result == result)
        return;
    m_result = result;
    // Which of the two goes first is a promise: what depends on ok can be unloaded before its value goes.
    if (result.isOk()) {
        setValue(result.value());
        setOk(true);
    } else {
        setOk(false);
        setValue({});
    }
    Q_EMIT resultChanged();
}

void AsyncValue::setOk(bool ok)
{
    if (m_ok == ok)
        return;
    m_ok = ok;
    Q_EMIT okChanged();
}

void AsyncValue::setValue(const QVariant &value)
{
    // Equal numbers of different types are equal variants.
    if (m_value.metaType() == value.metaType() && m_value == value)
        return;
    m_value = value;
    m_empty = holdsNothing(value);
    Q_EMIT valueChanged();
}

} // namespace Aside::Qml
