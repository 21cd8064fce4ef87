/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_REGISTERS_H
#define OSQ_OFFICE_QUEUE_QUEUE_REGISTERS_H

#include "office/core/reg.h"

/* The registers of the hall: services, the counters that serve them, priority classes. */
extern const struct reg service_register, counter_register, priority_register;

#endif
