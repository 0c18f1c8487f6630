// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "trace.h"

#include "logging_p.h"
#include "tracer_p.h"

using namespace Qt::StringLiterals;

namespace Aside {

bool startTrace(const QString &file, QString *error)
{
    const QString refusal = Detail::canTrace
        ? Detail::Tracer::instance().start(file)
        : u"there is no trace: Aside was built without ASIDE_TRACING"_s;
    if (error)
        *error = refusal;
    else if (!refusal.isEmpty())
        qCWarning(Detail::lcTask).noquote() << refusal;
    return refusal.isEmpty();
}

void stopTrace()
{
    if (Detail::canTrace)
        Detail::Tracer::instance().stop();
}

bool isTracing()
{
    return Detail::Tracer::isOn();
}

} // namespace Aside
