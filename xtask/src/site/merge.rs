//! Merging wasm files that the splitting made into one.
//!
//! The pieces of a part call each other through the shared function table, so that each can start without the others.
//! In a merged file such a call goes to the function itself, and what each piece imports stands once.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType,
    FunctionSection, ImportSection, Module, RawSection, SectionId,
};
use wasmparser::{Data, ElementItems, ElementKind, FunctionBody, Import, Operator, Parser, Payload, TypeRef};

/// One wasm file with the functions, table entries and data of all pieces.
///
/// # Errors
///
/// A piece is not as the splitting makes them: then its code cannot simply stand beside that of others.
pub(super) fn merged(pieces: &[Vec<u8>]) -> Result<Vec<u8>> {
    let pieces: Vec<Piece<'_>> = pieces
        .iter()
        .map(|piece| Piece::read(piece))
        .collect::<Result<_>>()?;
    let first = pieces.first().context("there are no pieces to merge")?;
    let mut imports: Vec<Import<'_>> = Vec::new();
    for import in pieces.iter().flat_map(|piece| &piece.imports) {
        if !imports.contains(import) {
            imports.push(*import);
        }
    }

    let mut functions = FunctionSection::new();
    let mut elements = ElementSection::new();
    let mut code = CodeSection::new();
    let mut data = DataSection::new();
    let in_slots = in_slots(&pieces);
    let mut before = 0;
    for piece in &pieces {
        ensure!(
            piece.types == first.types,
            "two pieces number their types differently"
        );
        let mut numbers = Numbers {
            functions: piece.called_instead(before, &in_slots),
            globals: piece.globals_among(&imports)?,
            data: data.len(),
        };
        for number in &piece.function_types {
            functions.function(*number);
        }
        for (slot, listed) in &piece.elements {
            let listed = listed.iter().map(|function| before + function).collect();
            elements.active(None, &ConstExpr::i32_const(*slot), Elements::Functions(listed));
        }
        for body in &piece.bodies {
            numbers
                .parse_function_body(&mut code, body.clone())
                .map_err(|error| anyhow!("renumbering a function: {error}"))?;
        }
        for segment in &piece.data {
            numbers
                .parse_data(&mut data, segment.clone())
                .map_err(|error| anyhow!("renumbering a data segment: {error}"))?;
        }
        before += piece.count();
    }

    let mut imported = ImportSection::new();
    for import in &imports {
        let kind = EntityType::try_from(import.ty).map_err(|error| anyhow!("reading an import: {error}"))?;
        imported.import(import.module, import.name, kind);
    }
    let mut module = Module::new();
    module
        .section(&raw(SectionId::Type.into(), first.types))
        .section(&imported)
        .section(&functions)
        .section(&elements)
        .section(&DataCountSection { count: data.len() })
        .section(&code)
        .section(&data);
    Ok(module.finish())
}

/// The file without what only tools read.
pub(super) fn without_custom_sections(file: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(file) {
        let payload = payload?;
        if let Some((id, range)) = payload.as_section()
            && !matches!(payload, Payload::CustomSection(_))
        {
            module.section(&raw(id, bytes_at(file, range)?));
        }
    }
    Ok(module.finish())
}

fn raw(id: u8, data: &[u8]) -> RawSection<'_> {
    RawSection { id, data }
}

fn bytes_at(file: &[u8], range: std::ops::Range<u64>) -> Result<&[u8]> {
    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
    file.get(range).context("a section ends behind its file")
}

/// What the merging needs to know of a piece. It defines functions and nothing else, and imports no function.
#[derive(Default)]
struct Piece<'file> {
    types: &'file [u8],
    imports: Vec<Import<'file>>,
    function_types: Vec<u32>,
    /// From a slot of the function table on, these functions.
    elements: Vec<(i32, Vec<u32>)>,
    bodies: Vec<FunctionBody<'file>>,
    data: Vec<Data<'file>>,
}

impl<'file> Piece<'file> {
    fn read(file: &'file [u8]) -> Result<Self> {
        let mut piece = Self::default();
        for payload in Parser::new(0).parse_all(file) {
            match payload? {
                Payload::TypeSection(section) => piece.types = bytes_at(file, section.range())?,
                Payload::ImportSection(section) => {
                    piece.imports = section.into_imports().collect::<Result<_, _>>()?;
                }
                Payload::FunctionSection(section) => {
                    piece.function_types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        piece.elements.push(listed(element?)?);
                    }
                }
                Payload::CodeSectionEntry(body) => piece.bodies.push(body),
                Payload::DataSection(section) => {
                    piece.data = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                // All of these sections are empty in a piece.
                Payload::ExportSection(section) if section.count() == 0 => {}
                Payload::GlobalSection(section) if section.count() == 0 => {}
                other => bail!("a piece has a section that cannot be merged: {other:?}"),
            }
        }
        let of_functions =
            |import: &Import<'_>| matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
        ensure!(
            !piece.imports.iter().any(of_functions),
            "a piece imports a function"
        );
        Ok(piece)
    }

    /// How many functions it has.
    fn count(&self) -> u32 {
        u32::try_from(self.function_types.len()).unwrap_or(u32::MAX)
    }

    /// For each function the number, in the merged file, of the one that a call goes to: what only calls a function of
    /// another piece through the table is left out of the way. `before` are the functions of earlier pieces.
    fn called_instead(&self, before: u32, in_slots: &BTreeMap<i32, u32>) -> Vec<u32> {
        (before..)
            .zip(self.function_types.iter().zip(&self.bodies))
            .map(|(own, (own_type, body))| {
                let target = slot_called(body, *own_type).and_then(|slot| in_slots.get(&slot));
                target.copied().unwrap_or(own)
            })
            .collect()
    }

    /// For each global that it imports the number in the merged file.
    fn globals_among(&self, imports: &[Import<'_>]) -> Result<Vec<u32>> {
        let is_global = |import: &&Import<'_>| matches!(import.ty, TypeRef::Global(_));
        self.imports
            .iter()
            .filter(is_global)
            .map(|global| {
                let mut all = imports.iter().filter(is_global);
                let number = all.position(|other| other == global);
                Ok(u32::try_from(number.context("an import is lost")?)?)
            })
            .collect()
    }
}

/// Where in the table functions are put, and which.
fn listed(element: wasmparser::Element<'_>) -> Result<(i32, Vec<u32>)> {
    let ElementKind::Active { offset_expr, .. } = element.kind else {
        bail!("a piece has table entries without a place");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("a piece computes a place in the table");
    };
    let ElementItems::Functions(functions) = element.items else {
        bail!("a piece computes an entry of the table");
    };
    Ok((value, functions.into_iter().collect::<Result<_, _>>()?))
}

/// The functions that are in the table, by their slot, with their numbers in the merged file.
fn in_slots(pieces: &[Piece<'_>]) -> BTreeMap<i32, u32> {
    let mut slots = BTreeMap::new();
    let mut before = 0;
    for piece in pieces {
        for (slot, functions) in &piece.elements {
            slots.extend((*slot..).zip(functions.iter().map(|function| before + function)));
        }
        before += piece.count();
    }
    slots
}

/// The slot of the table, where all that a function does is to pass all that it got to the function there, which has the
/// same type.
fn slot_called(body: &FunctionBody<'_>, own_type: u32) -> Option<i32> {
    let mut operators = body.get_operators_reader().ok()?;
    let mut passed = 0;
    loop {
        match operators.read().ok()? {
            Operator::LocalGet { local_index } if local_index == passed => passed += 1,
            Operator::I32Const { value } => {
                let calls = matches!(
                    operators.read().ok()?,
                    Operator::CallIndirect { table_index: 0, type_index } if type_index == own_type
                );
                let ends = matches!(operators.read().ok()?, Operator::End);
                return (calls && ends && operators.eof()).then_some(value);
            }
            _ => return None,
        }
    }
}

/// The numbers of a piece's functions, globals and data in the merged file. It has one memory and one table, as each
/// piece.
struct Numbers {
    functions: Vec<u32>,
    globals: Vec<u32>,
    /// How many data segments stand before those of the piece.
    data: u32,
}

impl Reencode for Numbers {
    type Error = anyhow::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<anyhow::Error>> {
        number(&self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, reencode::Error<anyhow::Error>> {
        number(&self.globals, global)
    }

    fn data_index(&mut self, data: u32) -> Result<u32, reencode::Error<anyhow::Error>> {
        Ok(self.data + data)
    }
}

fn number(numbers: &[u32], index: u32) -> Result<u32, reencode::Error<anyhow::Error>> {
    let found = usize::try_from(index).ok().and_then(|index| numbers.get(index));
    found
        .copied()
        .ok_or_else(|| reencode::Error::UserError(anyhow!("a piece does not define what it uses: {index}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{Function, GlobalType, MemoryType, RefType, TableType, TypeSection, ValType};
    use wasmparser::Validator;

    /// A piece as the splitting makes them, of functions that take and give a number. Each has `data` at its address.
    fn piece(
        imports: &[&str],
        slots: &[(i32, u32)],
        bodies: &[Function],
        address: i32,
        data: &str,
    ) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imported = ImportSection::new();
        for name in imports {
            imported.import("__wasm_split", name, kind_of(name));
        }
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for body in bodies {
            functions.function(0);
            code.function(body);
        }
        let mut elements = ElementSection::new();
        for (slot, function) in slots {
            let listed = [*function];
            elements.active(
                None,
                &ConstExpr::i32_const(*slot),
                Elements::Functions((&listed).into()),
            );
        }
        let mut segments = DataSection::new();
        segments.active(0, &ConstExpr::i32_const(address), data.bytes());
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imported)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&segments);
        module.finish()
    }

    fn kind_of(name: &str) -> EntityType {
        match name {
            "memory" => EntityType::Memory(MemoryType {
                minimum: 1,
                maximum: None,
                memory64: false,
                shared: false,
                page_size_log2: None,
            }),
            "table" => EntityType::Table(TableType {
                element_type: RefType::FUNCREF,
                minimum: 10,
                maximum: None,
                table64: false,
                shared: false,
            }),
            _ => EntityType::Global(GlobalType {
                val_type: ValType::I32,
                mutable: true,
                shared: false,
            }),
        }
    }

    /// Calls what is in a slot of the table, with what it got.
    fn calling_slot(slot: i32) -> Function {
        let mut function = Function::new([]);
        function
            .instructions()
            .local_get(0)
            .i32_const(slot)
            .call_indirect(0, 0)
            .end();
        function
    }

    fn calling(function: u32) -> Function {
        let mut body = Function::new([]);
        body.instructions().local_get(0).call(function).end();
        body
    }

    fn reading(global: u32) -> Function {
        let mut function = Function::new([]);
        function.instructions().global_get(global).end();
        function
    }

    /// The functions that each function calls, and the globals that it reads, in the order of their numbers.
    fn used(file: &[u8]) -> Vec<Vec<String>> {
        let mut used = Vec::new();
        for payload in Parser::new(0).parse_all(file) {
            if let Payload::CodeSectionEntry(body) = payload.unwrap() {
                let operators = body.get_operators_reader().unwrap().into_iter();
                let named = operators.filter_map(|operator| match operator.unwrap() {
                    Operator::Call { function_index } => Some(format!("call {function_index}")),
                    Operator::CallIndirect { .. } => Some("call indirect".to_owned()),
                    Operator::GlobalGet { global_index } => Some(format!("global {global_index}")),
                    _ => None,
                });
                used.push(named.collect());
            }
        }
        used
    }

    #[test]
    fn a_call_through_the_table_goes_to_the_function_itself_where_it_is_merged() {
        let first = piece(&["memory", "table", "one"], &[(3, 0)], &[reading(0)], 8, "a");
        let second = piece(
            &["memory", "other", "table", "one"],
            &[(7, 1)],
            &[
                calling_slot(3),
                calling(0),
                calling_slot(5),
                calling(2),
                reading(1),
            ],
            16,
            "b",
        );
        let merged = merged(&[first, second]).unwrap();
        Validator::new().validate_all(&merged).unwrap();
        assert_eq!(
            used(&merged),
            [
                vec!["global 0"],
                // Nothing calls it any more.
                vec!["call indirect"],
                vec!["call 0"],
                // What is in slot 5 is not merged.
                vec!["call indirect"],
                vec!["call 3"],
                // The first piece knows `one` alone.
                vec!["global 0"],
            ]
        );
        let merged = Piece::read(&merged).unwrap();
        assert_eq!(merged.imports.len(), 4);
        assert_eq!(merged.elements, [(3, vec![0]), (7, vec![2])]);
        let data: Vec<_> = merged.data.iter().map(|segment| segment.data).collect();
        assert_eq!(data, [b"a", b"b"]);
    }

    #[test]
    fn what_the_splitting_does_not_make_is_refused() {
        let good = piece(&["memory", "table"], &[], &[calling_slot(1)], 0, "a");
        let mut with_start = Module::new();
        with_start.section(&wasm_encoder::StartSection { function_index: 0 });
        assert!(merged(&[good.clone(), with_start.finish()]).is_err());
        assert!(merged(&[good]).is_ok());
        assert!(merged(&[]).is_err());
    }

    #[test]
    fn only_tools_miss_a_custom_section() {
        let mut file = piece(&["memory", "table"], &[], &[calling_slot(1)], 0, "a");
        let bare = file.clone();
        // A section of one byte of name.
        file.extend([0, 2, 1, b'n']);
        assert_eq!(without_custom_sections(&file).unwrap(), bare);
    }
}
