// SPDX-License-Identifier: GPL-3.0-or-later
// The authority tables and the tagger's models, carried inside the binary. (file name, begin, end) are listed in shipped.cc.
        .section .rodata

        .macro table name, file
        .global alatoo_\name\()_begin
        .global alatoo_\name\()_end
        .balign 8
alatoo_\name\()_begin:
        .incbin "\file"
alatoo_\name\()_end:
        .endm

        table people, authority/people.tsv
        table places, authority/places.tsv
        table organisations, authority/organisations.tsv
        table outlets, authority/outlets.tsv
        table given_names, authority/given_names.tsv
        table tagger, models/tagger.bin
        table english, models/english.words

        .section .note.GNU-stack, "", @progbits
