// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "notice.h"

#include <catalogue/catalogueerror.h>

namespace AsideDemo {

Notice noticeFor(const Aside::Failure &failure)
{
    if (!failure)
        return {};
    try {
        if (failure.exception())
            std::rethrow_exception(failure.exception());
    } catch (const CatalogueError &error) {
        switch (error.kind()) {
        case CatalogueError::Overtaken:
            return {};
        case CatalogueError::Damaged:
            return {error.message(), Notice::StartAfresh};
        default:
            return {error.message(), Notice::Retry};
        }
    } catch (...) {
        // Any other kind says all there is to say in its text.
    }
    return {failure.message(), Notice::Retry};
}

} // namespace AsideDemo
