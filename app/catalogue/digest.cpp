// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "digest.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace AsideDemo {

namespace {

// Some milliseconds of work, so that a cancellation waits no longer.
constexpr qint64 BytesPerRead = 8 * DigestUnit;

bool isZero(const char *bytes, qint64 size)
{
    return bytes[0] == 0 && std::memcmp(bytes, bytes + 1, size_t(size - 1)) == 0;
}

} // namespace

Digest digestOf(FileContent &file, qint64 end, const std::function<bool(qint64)> &onRead)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(std::min(end, BytesPerRead), Qt::Uninitialized);
    qint64 data = 0;
    for (qint64 position = 0; position < end;) {
        // Units lie where they lie in every file, whatever its holes.
        const qint64 found = std::min(end, file.nextData(position));
        const qint64 next = found == end ? end : found / DigestUnit * DigestUnit;
        if (next > position) {
            if (!onRead(next - position))
                return {};
            position = next;
            continue;
        }
        const qint64 size = std::min(end - position, BytesPerRead);
        if (file.read(position, buffer.data(), size) != size)
            return {};
        for (qint64 unit = 0; unit < size; unit += DigestUnit) {
            const qint64 length = std::min(size - unit, DigestUnit);
            if (isZero(buffer.constData() + unit, length))
                continue;
            const quint64 place = quint64(position + unit);
            hash.addData(QByteArrayView(reinterpret_cast<const char *>(&place), sizeof place));
            hash.addData(QByteArrayView(buffer.constData() + unit, length));
        }
        data += size;
        if (!onRead(size))
            return {};
        position += size;
    }
    return {hash.result(), data};
}

} // namespace AsideDemo
