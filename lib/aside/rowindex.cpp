// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rowindex.h"

#include "failure.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

QString idTypeName(QMetaType type)
{
    return type.isValid() ? QString::fromLatin1(type.name()) : u"nothing"_s;
}

} // namespace

VariantId::VariantId(const QVariant &id)
    : m_id(id)
{
    // JSON and QML give the same number as an int here and as a double there.
    if (!convertTo(QMetaType::fromType<qint64>(), m_id) && !convertTo(QMetaType::fromType<quint64>(), m_id))
        convertTo(QMetaType::fromType<double>(), m_id);
}

bool VariantId::isValid() const
{
    switch (m_id.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
    case QMetaType::QString:
    case QMetaType::QByteArray:
    case QMetaType::QUuid:
    case QMetaType::QUrl:
        return true;
    default:
        return false;
    }
}

size_t VariantId::hash(size_t seed) const noexcept
{
    const void *const id = m_id.constData();
    switch (m_id.typeId()) {
    case QMetaType::LongLong:
        return qHash(*static_cast<const qint64 *>(id), seed);
    case QMetaType::ULongLong:
        return qHash(*static_cast<const quint64 *>(id), seed);
    case QMetaType::Double:
        return qHash(*static_cast<const double *>(id), seed);
    case QMetaType::QString:
        return qHash(*static_cast<const QString *>(id), seed);
    case QMetaType::QByteArray:
        return qHash(*static_cast<const QByteArray *>(id), seed);
    case QMetaType::QUuid:
        return qHash(*static_cast<const QUuid *>(id), seed);
    case QMetaType::QUrl:
        return qHash(*static_cast<const QUrl *>(id), seed);
    default:
        return seed;
    }
}

VariantId checkedId(const QVariant &id, const QByteArray &what)
{
    const VariantId checked(id);
    if (checked.isValid())
        return checked;
    throw Error(u"a row has no id: its ‘%1’ is %2"_s.arg(QString::fromUtf8(what), idTypeName(id.metaType())));
}

void throwNotAnId(const QVariant &id, QMetaType needed)
{
    const QString wanted = needed.isValid() ? idTypeName(needed) : u"a number, text, bytes, a QUuid or a QUrl"_s;
    throw Error(u"cannot find a row by its id: that is %1, not %2"_s.arg(wanted, idTypeName(id.metaType())));
}

void throwIdChanged()
{
    throw Error(u"the id of a row changed while the row was in the model"_s);
}

} // namespace Aside::Detail
