// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpfetcher.h"

#include <aside/taskcontext.h>
#include <charts/figures.h>

#include <optional>

namespace AsideDemo {

/// The address of a site that \a text stands for: http or https, with a host, and nothing behind a "?".
/// Nothing where it is not such an address.
std::optional<QUrl> siteFrom(const QString &text);

/// Asks \a site, which is one like httpbin.org, for /status/200, 302, 400, 404 and 500 side by side. The
/// figures have how long each took, and when it began (others), in milliseconds. On a worker thread; throws
/// std::runtime_error if a request finds no answer, and the others end then.
Figures sendFiveRequests(Aside::TaskContext &context, const QUrl &site, const std::shared_ptr<HttpFetcher> &fetcher);

} // namespace AsideDemo
