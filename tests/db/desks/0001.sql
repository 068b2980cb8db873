PRAGMA application_id = 1162692420;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE change (
	id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id TEXT NOT NULL, 
	action TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_revision FOREIGN KEY(revision) REFERENCES revision (number)
);
INSERT INTO "change" VALUES(15,1,'entity','01a1fa4704447000801caf050e8a562c','I',NULL,NULL);
INSERT INTO "change" VALUES(19,1,'entity','01a1fa470444700080244ceeff7ecb90','I',NULL,NULL);
INSERT INTO "change" VALUES(42,1,'entity','01a1fa470444700080522cc108370692','I',NULL,NULL);
INSERT INTO "change" VALUES(53,1,'entity','01a1fa47044470008068bb0e1c2684c3','I',NULL,NULL);
INSERT INTO "change" VALUES(80,1,'entity','01a1fa4704447000809eef53aaa507ed','I',NULL,NULL);
INSERT INTO "change" VALUES(83,1,'entity','01a1fa470444700080522cc108370692','U','{"parent_id":null}','{"parent_id":"01a1fa47044470008068bb0e1c2684c3"}');
INSERT INTO "change" VALUES(208,1,'entity_alias','01a1fa47044f700080f24bdf70107b51','I',NULL,NULL);
INSERT INTO "change" VALUES(209,1,'entity_alias','01a1fa47044f700080f4aba367e61988','I',NULL,NULL);
INSERT INTO "change" VALUES(210,1,'entity_alias','01a1fa47044f700080f6d3570b1a7e15','I',NULL,NULL);
INSERT INTO "change" VALUES(211,1,'entity_alias','01a1fa47044f700080f8987bed3b2832','I',NULL,NULL);
INSERT INTO "change" VALUES(216,1,'entity_alias','01a1fa47044f70008102659f41c0f6a2','I',NULL,NULL);
INSERT INTO "change" VALUES(217,1,'entity_alias','01a1fa47044f700081043617a82418da','I',NULL,NULL);
INSERT INTO "change" VALUES(218,1,'entity_alias','01a1fa47044f7000810639e5d065f3cf','I',NULL,NULL);
INSERT INTO "change" VALUES(244,1,'entity_alias','01a1fa47044f7000813a31b94fcf1874','I',NULL,NULL);
INSERT INTO "change" VALUES(245,1,'entity_alias','01a1fa47044f7000813c53b9a9ff2e88','I',NULL,NULL);
INSERT INTO "change" VALUES(246,1,'entity_alias','01a1fa47044f7000813ed7fd209480a6','I',NULL,NULL);
INSERT INTO "change" VALUES(388,1,'entity_alias','01a1fa4704507000805485924a43b4e7','I',NULL,NULL);
INSERT INTO "change" VALUES(389,1,'entity_alias','01a1fa47045070008056e83f185a449d','I',NULL,NULL);
INSERT INTO "change" VALUES(390,1,'entity_alias','01a1fa47045070008058b24e5b18a0fb','I',NULL,NULL);
INSERT INTO "change" VALUES(391,1,'entity_alias','01a1fa4704507000805a4d345ccd4d52','I',NULL,NULL);
INSERT INTO "change" VALUES(394,1,'entity_alias','01a1fa47045070008060aa0d9d6d6ecf','I',NULL,NULL);
INSERT INTO "change" VALUES(395,1,'entity_alias','01a1fa4704507000806223ca744290d6','I',NULL,NULL);
INSERT INTO "change" VALUES(396,1,'entity_alias','01a1fa47045070008064b6168843f8bf','I',NULL,NULL);
INSERT INTO "change" VALUES(472,1,'entity_alias','01a1fa470450700080fc9145bea81b19','I',NULL,NULL);
INSERT INTO "change" VALUES(473,1,'entity_alias','01a1fa470450700080fe1b81a17a6a7c','I',NULL,NULL);
INSERT INTO "change" VALUES(474,1,'entity_alias','01a1fa47045070008100f86173d02360','I',NULL,NULL);
INSERT INTO "change" VALUES(476,1,'entity_alias','01a1fa47045070008104869c961c47c6','I',NULL,NULL);
INSERT INTO "change" VALUES(477,1,'entity_alias','01a1fa4704507000810695d57c4871f7','I',NULL,NULL);
INSERT INTO "change" VALUES(479,1,'entity_alias','01a1fa4704507000810ae31e85e56dcd','I',NULL,NULL);
INSERT INTO "change" VALUES(483,1,'entity_alias','01a1fa470450700081127c87c214027f','I',NULL,NULL);
INSERT INTO "change" VALUES(641,1,'entity_alias','01a1fa4704507000824e9217d1c23828','I',NULL,NULL);
INSERT INTO "change" VALUES(642,1,'entity_alias','01a1fa470450700082506b2d695d5736','I',NULL,NULL);
INSERT INTO "change" VALUES(655,2,'meeting','01a1fa470459700080002502c2bcdfce','I',NULL,NULL);
INSERT INTO "change" VALUES(656,3,'person','01a1fa470461700080002e3f330bf005','I',NULL,NULL);
INSERT INTO "change" VALUES(657,3,'person_name','01a1fa47046370008000a1ee7e9089de','I',NULL,NULL);
INSERT INTO "change" VALUES(658,3,'participation','01a1fa47046670008000754252de1139','I',NULL,NULL);
INSERT INTO "change" VALUES(659,4,'person','01a1fa4704697000800021f2991e794c','I',NULL,NULL);
INSERT INTO "change" VALUES(660,4,'person_name','01a1fa47046a7000800049ac2b039e54','I',NULL,NULL);
INSERT INTO "change" VALUES(661,4,'participation','01a1fa47046a70008002641a50f22bf5','I',NULL,NULL);
INSERT INTO "change" VALUES(662,5,'person','01a1fa47046d70008000a2b31b04a8e6','I',NULL,NULL);
INSERT INTO "change" VALUES(663,5,'person_name','01a1fa47046d70008002a8da0f20f4ea','I',NULL,NULL);
INSERT INTO "change" VALUES(664,5,'participation','01a1fa47046e70008000abe742b84d17','I',NULL,NULL);
INSERT INTO "change" VALUES(665,6,'person','01a1fa47047070008000b1e777f9bc08','I',NULL,NULL);
INSERT INTO "change" VALUES(666,6,'person_name','01a1fa470470700080025e19e49a0e6e','I',NULL,NULL);
INSERT INTO "change" VALUES(667,6,'participation','01a1fa47047170008000893f13df07de','I',NULL,NULL);
INSERT INTO "change" VALUES(668,7,'person','01a1fa4704727000800259c949602944','I',NULL,NULL);
INSERT INTO "change" VALUES(669,7,'person_name','01a1fa47047270008004d517544ae091','I',NULL,NULL);
INSERT INTO "change" VALUES(670,7,'participation','01a1fa470473700080008a43968e37d7','I',NULL,NULL);
INSERT INTO "change" VALUES(671,8,'person','01a1fa470474700080025be6e21a9385','I',NULL,NULL);
INSERT INTO "change" VALUES(672,8,'person_name','01a1fa47047570008000f35b1a89b679','I',NULL,NULL);
INSERT INTO "change" VALUES(673,8,'person_email','01a1fa47047570008002b6a122ef3f29','I',NULL,NULL);
INSERT INTO "change" VALUES(674,9,'chapter','01a1fa47047770008000ccb909016010','I',NULL,NULL);
INSERT INTO "change" VALUES(675,10,'workstream','01a1fa47047870008000f4fd72a736d3','I',NULL,NULL);
INSERT INTO "change" VALUES(676,11,'workstream','01a1fa47047a700080008c14fcb8dbb0','I',NULL,NULL);
INSERT INTO "change" VALUES(677,12,'task','01a1fa47047c7000800078ed67096655','I',NULL,NULL);
INSERT INTO "change" VALUES(678,13,'task','01a1fa47047d70008002be0268fd3179','I',NULL,NULL);
INSERT INTO "change" VALUES(679,14,'task','01a1fa47047e700080022d99da2d0132','I',NULL,NULL);
INSERT INTO "change" VALUES(680,15,'progress_entry','01a1fa470480700080006b9014c36e36','I',NULL,NULL);
CREATE TABLE chapter (
	id VARCHAR(32) NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_chapter PRIMARY KEY (id)
);
INSERT INTO "chapter" VALUES('01a1fa47047770008000ccb909016010','Oceans and coasts',1);
CREATE TABLE entity (
	id VARCHAR(32) NOT NULL, 
	acronym TEXT DEFAULT '' NOT NULL, 
	full_name TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	parent_id VARCHAR(32), 
	unsure INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_entity PRIMARY KEY (id), 
	CONSTRAINT fk_entity_parent_id FOREIGN KEY(parent_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity" VALUES('01a1fa4704447000801caf050e8a562c','EMG','United Nations Environment Management Group','secretariat',NULL,0);
INSERT INTO "entity" VALUES('01a1fa470444700080244ceeff7ecb90','FAO','Food and Agriculture Organization of the United Nations','member',NULL,0);
INSERT INTO "entity" VALUES('01a1fa470444700080522cc108370692','SUN','Sustainable United Nations facility (hosted by UNEP)','secretariat','01a1fa47044470008068bb0e1c2684c3',0);
INSERT INTO "entity" VALUES('01a1fa47044470008068bb0e1c2684c3','UNEP','United Nations Environment Programme','member',NULL,0);
INSERT INTO "entity" VALUES('01a1fa4704447000809eef53aaa507ed','WWF','World Wide Fund for Nature','observer',NULL,0);
CREATE TABLE entity_alias (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_alias PRIMARY KEY (id), 
	CONSTRAINT fk_entity_alias_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity_alias" VALUES('01a1fa47044f700080f24bdf70107b51','01a1fa4704447000801caf050e8a562c','EMG Secretariat');
INSERT INTO "entity_alias" VALUES('01a1fa47044f700080f4aba367e61988','01a1fa4704447000801caf050e8a562c','UNEMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f700080f6d3570b1a7e15','01a1fa4704447000801caf050e8a562c','UN EMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f700080f8987bed3b2832','01a1fa4704447000801caf050e8a562c','UN-EMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f70008102659f41c0f6a2','01a1fa4704447000801caf050e8a562c','UNEP/EMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f700081043617a82418da','01a1fa4704447000801caf050e8a562c','UNEP-EMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f7000810639e5d065f3cf','01a1fa4704447000801caf050e8a562c','UNEP EMG');
INSERT INTO "entity_alias" VALUES('01a1fa47044f7000813a31b94fcf1874','01a1fa470444700080244ceeff7ecb90','UN FAO');
INSERT INTO "entity_alias" VALUES('01a1fa47044f7000813c53b9a9ff2e88','01a1fa470444700080244ceeff7ecb90','UNFAO');
INSERT INTO "entity_alias" VALUES('01a1fa47044f7000813ed7fd209480a6','01a1fa470444700080244ceeff7ecb90','FAO of the UN');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000805485924a43b4e7','01a1fa470444700080522cc108370692','Sustainable UN');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008056e83f185a449d','01a1fa470444700080522cc108370692','SUN Facility');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008058b24e5b18a0fb','01a1fa470444700080522cc108370692','SUN Secretariat');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000805a4d345ccd4d52','01a1fa470444700080522cc108370692','Sustainable UN Facility');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008060aa0d9d6d6ecf','01a1fa470444700080522cc108370692','UNEP/SUN');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000806223ca744290d6','01a1fa470444700080522cc108370692','UNEP-SUN');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008064b6168843f8bf','01a1fa470444700080522cc108370692','UNEP SUN');
INSERT INTO "entity_alias" VALUES('01a1fa470450700080fc9145bea81b19','01a1fa47044470008068bb0e1c2684c3','UN Environment');
INSERT INTO "entity_alias" VALUES('01a1fa470450700080fe1b81a17a6a7c','01a1fa47044470008068bb0e1c2684c3','UN-Environment');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008100f86173d02360','01a1fa47044470008068bb0e1c2684c3','UNEnvironment');
INSERT INTO "entity_alias" VALUES('01a1fa47045070008104869c961c47c6','01a1fa47044470008068bb0e1c2684c3','PNUE');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000810695d57c4871f7','01a1fa47044470008068bb0e1c2684c3','PNUMA');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000810ae31e85e56dcd','01a1fa47044470008068bb0e1c2684c3','UN Environment Program');
INSERT INTO "entity_alias" VALUES('01a1fa470450700081127c87c214027f','01a1fa47044470008068bb0e1c2684c3','UN Environment Programme');
INSERT INTO "entity_alias" VALUES('01a1fa4704507000824e9217d1c23828','01a1fa4704447000809eef53aaa507ed','WWF International');
INSERT INTO "entity_alias" VALUES('01a1fa470450700082506b2d695d5736','01a1fa4704447000809eef53aaa507ed','World Wildlife Fund');
CREATE TABLE import_run (
	id VARCHAR(32) NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	file TEXT DEFAULT '' NOT NULL, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	sheet TEXT DEFAULT '' NOT NULL, 
	fingerprint TEXT DEFAULT '' NOT NULL, 
	mapping TEXT DEFAULT '' NOT NULL, 
	headers TEXT DEFAULT '' NOT NULL, 
	meeting_id VARCHAR(32), 
	CONSTRAINT pk_import_run PRIMARY KEY (id), 
	CONSTRAINT fk_import_run_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE meeting (
	id VARCHAR(32) NOT NULL, 
	code TEXT NOT NULL, 
	code_key TEXT NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	som_number INTEGER, 
	segment TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	end_date TEXT DEFAULT '' NOT NULL, 
	start_time TEXT DEFAULT '' NOT NULL, 
	end_time TEXT DEFAULT '' NOT NULL, 
	zone_label TEXT DEFAULT '' NOT NULL, 
	mode TEXT DEFAULT '' NOT NULL, 
	venue TEXT DEFAULT '' NOT NULL, 
	chair TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	distribution TEXT DEFAULT '' NOT NULL, 
	opened_at TEXT DEFAULT '' NOT NULL, 
	opened_by TEXT DEFAULT '' NOT NULL, 
	closed_at TEXT DEFAULT '' NOT NULL, 
	agenda_adopted TEXT DEFAULT '' NOT NULL, 
	head_count INTEGER, 
	agenda_symbol TEXT DEFAULT '' NOT NULL, 
	report_symbol TEXT DEFAULT '' NOT NULL, 
	summary_symbol TEXT DEFAULT '' NOT NULL, 
	summary_title TEXT DEFAULT '' NOT NULL, 
	summary_subtitle TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_code_key UNIQUE (code_key)
);
INSERT INTO "meeting" VALUES('01a1fa470459700080002502c2bcdfce','SOM39 technical','som39technical','Segment SOM39 technical',39,'technical','2030-09-12','','','','','','','','held','','','','','',NULL,'','','','','');
CREATE TABLE participation (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given TEXT DEFAULT '' NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	entity_id VARCHAR(32), 
	entity TEXT DEFAULT '' NOT NULL, 
	function TEXT DEFAULT '' NOT NULL, 
	capacity TEXT DEFAULT '' NOT NULL, 
	role TEXT DEFAULT '' NOT NULL, 
	level TEXT DEFAULT '' NOT NULL, 
	stands_in_for TEXT DEFAULT '' NOT NULL, 
	attendance TEXT DEFAULT '' NOT NULL, 
	mode TEXT DEFAULT '' NOT NULL, 
	registered TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	import_id VARCHAR(32), 
	source_row INTEGER, 
	original TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_import_id FOREIGN KEY(import_id) REFERENCES import_run (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "participation" VALUES('01a1fa47046670008000754252de1139','01a1fa470459700080002502c2bcdfce','01a1fa470461700080002e3f330bf005',1,'','Amélie Dürst','Amélie','Dürst','01a1fa47044470008068bb0e1c2684c3','UNEP','','member','participant','','','registered','online','','',NULL,NULL,'');
INSERT INTO "participation" VALUES('01a1fa47046a70008002641a50f22bf5','01a1fa470459700080002502c2bcdfce','01a1fa4704697000800021f2991e794c',2,'','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','01a1fa470444700080244ceeff7ecb90','FAO','','member','participant','','','registered','online','','',NULL,NULL,'');
INSERT INTO "participation" VALUES('01a1fa47046e70008000abe742b84d17','01a1fa470459700080002502c2bcdfce','01a1fa47046d70008000a2b31b04a8e6',3,'','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','01a1fa4704447000809eef53aaa507ed','WWF','','observer','participant','','','registered','online','','',NULL,NULL,'');
INSERT INTO "participation" VALUES('01a1fa47047170008000893f13df07de','01a1fa470459700080002502c2bcdfce','01a1fa47047070008000b1e777f9bc08',4,'','Светлана Воронова','Светлана','Воронова','01a1fa4704447000801caf050e8a562c','EMG','','secretariat','participant','','','registered','online','','',NULL,NULL,'');
INSERT INTO "participation" VALUES('01a1fa470473700080008a43968e37d7','01a1fa470459700080002502c2bcdfce','01a1fa4704727000800259c949602944',5,'','Ruth Solberg','Ruth','Solberg',NULL,'','','guest','participant','','','registered','online','','',NULL,NULL,'');
CREATE TABLE person (
	id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given TEXT DEFAULT '' NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	function TEXT DEFAULT '' NOT NULL, 
	entity_id VARCHAR(32), 
	phone TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person" VALUES('01a1fa470461700080002e3f330bf005','Amélie Dürst','Amélie','Dürst','','','01a1fa47044470008068bb0e1c2684c3','','','');
INSERT INTO "person" VALUES('01a1fa4704697000800021f2991e794c','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','','','01a1fa470444700080244ceeff7ecb90','','','');
INSERT INTO "person" VALUES('01a1fa47046d70008000a2b31b04a8e6','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','','','01a1fa4704447000809eef53aaa507ed','','','');
INSERT INTO "person" VALUES('01a1fa47047070008000b1e777f9bc08','Светлана Воронова','Светлана','Воронова','','','01a1fa4704447000801caf050e8a562c','','','');
INSERT INTO "person" VALUES('01a1fa4704727000800259c949602944','Ruth Solberg','Ruth','Solberg','','',NULL,'','','');
INSERT INTO "person" VALUES('01a1fa470474700080025be6e21a9385','Ines Calado','Ines','Calado','','','01a1fa470444700080244ceeff7ecb90','','','');
CREATE TABLE person_email (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_person_email PRIMARY KEY (id), 
	CONSTRAINT fk_person_email_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_email" VALUES('01a1fa47047570008002b6a122ef3f29','01a1fa470474700080025be6e21a9385','ines@fao.example',0);
CREATE TABLE person_name (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT pk_person_name PRIMARY KEY (id), 
	CONSTRAINT fk_person_name_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_name" VALUES('01a1fa47046370008000a1ee7e9089de','01a1fa470461700080002e3f330bf005','Amélie Dürst','amelie durst');
INSERT INTO "person_name" VALUES('01a1fa47046a7000800049ac2b039e54','01a1fa4704697000800021f2991e794c','Jorge Peña Ibáñez','ibanez jorge pena');
INSERT INTO "person_name" VALUES('01a1fa47046d70008002a8da0f20f4ea','01a1fa47046d70008000a2b31b04a8e6','Ngozi Adeyemi-Okoro','adeyemi ngozi okoro');
INSERT INTO "person_name" VALUES('01a1fa470470700080025e19e49a0e6e','01a1fa47047070008000b1e777f9bc08','Светлана Воронова','воронова светлана');
INSERT INTO "person_name" VALUES('01a1fa47047270008004d517544ae091','01a1fa4704727000800259c949602944','Ruth Solberg','ruth solberg');
INSERT INTO "person_name" VALUES('01a1fa47047570008000f35b1a89b679','01a1fa470474700080025be6e21a9385','Ines Calado','calado ines');
CREATE TABLE progress_entry (
	id VARCHAR(32) NOT NULL, 
	task_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	as_of TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_progress_entry PRIMARY KEY (id), 
	CONSTRAINT fk_progress_entry_task_id FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "progress_entry" VALUES('01a1fa470480700080006b9014c36e36','01a1fa47047c7000800078ed67096655',1,'ongoing','Half of it.','2031-05-02');
CREATE TABLE revision (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	label TEXT DEFAULT '' NOT NULL, 
	author TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	kind TEXT NOT NULL, 
	target INTEGER, 
	applied_by INTEGER, 
	undone INTEGER DEFAULT '0' NOT NULL, 
	first_change INTEGER NOT NULL, 
	last_change INTEGER DEFAULT '0' NOT NULL, 
	undoable INTEGER DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (number), 
	CONSTRAINT fk_revision_applied_by FOREIGN KEY(applied_by) REFERENCES revision (number), 
	CONSTRAINT fk_revision_target FOREIGN KEY(target) REFERENCES revision (number), 
	CONSTRAINT uq_revision_id UNIQUE (id)
);
INSERT INTO "revision" VALUES(1,'01a1fa47043b7000800058fc85c0dfc0','Start the desk','Ada','2026-11-20T18:45:20+00:00','do',NULL,1,0,1,654,0);
INSERT INTO "revision" VALUES(2,'01a1fa4704567000800010e004098c3a','New meeting SOM39 technical','Ada','2026-11-20T18:45:20+00:00','do',NULL,2,0,655,655,1);
INSERT INTO "revision" VALUES(3,'01a1fa47045a70008000a2afd3e277fa','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,3,0,656,658,1);
INSERT INTO "revision" VALUES(4,'01a1fa47046770008000efb2024b7e58','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,4,0,659,661,1);
INSERT INTO "revision" VALUES(5,'01a1fa47046b700080009b8776ae8945','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,5,0,662,664,1);
INSERT INTO "revision" VALUES(6,'01a1fa47046e70008002686b68ecf19d','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,6,0,665,667,1);
INSERT INTO "revision" VALUES(7,'01a1fa4704727000800021f2c4633d4c','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,7,0,668,670,1);
INSERT INTO "revision" VALUES(8,'01a1fa4704747000800005a44ebd11ca','Add','Ada','2026-11-20T18:45:20+00:00','do',NULL,8,0,671,673,1);
INSERT INTO "revision" VALUES(9,'01a1fa470476700080007c2226d7665a','Chapter','Ada','2026-11-20T18:45:20+00:00','do',NULL,9,0,674,674,1);
INSERT INTO "revision" VALUES(10,'01a1fa4704777000800230863b679c5d','Workstream','Ada','2026-11-20T18:45:20+00:00','do',NULL,10,0,675,675,1);
INSERT INTO "revision" VALUES(11,'01a1fa47047970008000a28d38c41212','Workstream','Ada','2026-11-20T18:45:20+00:00','do',NULL,11,0,676,676,1);
INSERT INTO "revision" VALUES(12,'01a1fa47047a7000800285728b38a772','Task','Ada','2026-11-20T18:45:20+00:00','do',NULL,12,0,677,677,1);
INSERT INTO "revision" VALUES(13,'01a1fa47047d7000800021202b5a1f03','Task','Ada','2026-11-20T18:45:20+00:00','do',NULL,13,0,678,678,1);
INSERT INTO "revision" VALUES(14,'01a1fa47047e700080001bfacef654b7','Task','Ada','2026-11-20T18:45:20+00:00','do',NULL,14,0,679,679,1);
INSERT INTO "revision" VALUES(15,'01a1fa47047e70008004676e550929a0','Entry','Ada','2026-11-20T18:45:20+00:00','do',NULL,15,0,680,680,1);
CREATE TABLE setting (
	id VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_name UNIQUE (name)
);
CREATE TABLE task (
	id VARCHAR(32) NOT NULL, 
	chapter_id VARCHAR(32) NOT NULL, 
	workstream_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	responsible TEXT DEFAULT '' NOT NULL, 
	due TEXT DEFAULT '' NOT NULL, 
	next_steps TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT fk_task_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_task_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "task" VALUES('01a1fa47047c7000800078ed67096655','01a1fa47047770008000ccb909016010','01a1fa47047870008000f4fd72a736d3',1,'Make the map.','','','','');
INSERT INTO "task" VALUES('01a1fa47047d70008002be0268fd3179','01a1fa47047770008000ccb909016010','01a1fa47047a700080008c14fcb8dbb0',2,'Make the survey.','','','','');
INSERT INTO "task" VALUES('01a1fa47047e700080022d99da2d0132','01a1fa47047770008000ccb909016010',NULL,3,'Make the website.','','','','');
CREATE TABLE workstream (
	id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	parent_id VARCHAR(32), 
	chapter_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	leads TEXT DEFAULT '' NOT NULL, 
	members TEXT DEFAULT '' NOT NULL, 
	purpose TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_workstream PRIMARY KEY (id), 
	CONSTRAINT fk_workstream_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_workstream_parent_id FOREIGN KEY(parent_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "workstream" VALUES('01a1fa47047870008000f4fd72a736d3','Task Team on Reefs','','',NULL,'01a1fa47047770008000ccb909016010',1,'','','','active');
INSERT INTO "workstream" VALUES('01a1fa47047a700080008c14fcb8dbb0','Coalition on Ports','','',NULL,'01a1fa47047770008000ccb909016010',2,'','','','active');
CREATE TABLE workstream_alias (
	id VARCHAR(32) NOT NULL, 
	workstream_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_workstream_alias PRIMARY KEY (id), 
	CONSTRAINT fk_workstream_alias_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX ix_entity_parent_id ON entity (parent_id);
CREATE INDEX ix_entity_alias_entity_id ON entity_alias (entity_id);
CREATE INDEX ix_import_run_fingerprint ON import_run (fingerprint);
CREATE INDEX ix_import_run_meeting_id ON import_run (meeting_id);
CREATE INDEX ix_person_entity_id ON person (entity_id);
CREATE INDEX ix_workstream_chapter_id ON workstream (chapter_id);
CREATE INDEX ix_workstream_parent_id ON workstream (parent_id);
CREATE INDEX ix_participation_entity_id ON participation (entity_id);
CREATE INDEX ix_participation_import_id ON participation (import_id);
CREATE INDEX ix_participation_meeting_id ON participation (meeting_id);
CREATE INDEX ix_participation_person_id ON participation (person_id);
CREATE INDEX ix_person_email_person_id ON person_email (person_id);
CREATE INDEX ix_person_name_key ON person_name ("key");
CREATE INDEX ix_person_name_person_id ON person_name (person_id);
CREATE INDEX ix_task_chapter_id ON task (chapter_id);
CREATE INDEX ix_task_workstream_id ON task (workstream_id);
CREATE INDEX ix_workstream_alias_workstream_id ON workstream_alias (workstream_id);
CREATE INDEX ix_progress_entry_task_id ON progress_entry (task_id);
COMMIT;
