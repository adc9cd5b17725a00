// SPDX-License-Identifier: GPL-3.0-or-later
// The authority tables, carried inside the binary. (file name, begin, end) are listed in shipped.cc.
        .section .rodata

        .macro table name, file
        .global alatoo_\name\()_begin
        .global alatoo_\name\()_end
        .balign 8
alatoo_\name\()_begin:
        .incbin "authority/\file"
alatoo_\name\()_end:
        .endm

        table people, people.tsv
        table places, places.tsv
        table organisations, organisations.tsv
        table outlets, outlets.tsv
        table given_names, given_names.tsv

        .section .note.GNU-stack, "", @progbits
