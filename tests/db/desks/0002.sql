PRAGMA application_id = 1162692420;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "change" VALUES(15,1,'entity','01a1faeea753700080060ea3da3bed64','I',NULL,NULL);
INSERT INTO "change" VALUES(19,1,'entity','01a1faeea7537000800ee3cbc3998cde','I',NULL,NULL);
INSERT INTO "change" VALUES(42,1,'entity','01a1faeea7537000803cf5cad5ea9afd','I',NULL,NULL);
INSERT INTO "change" VALUES(53,1,'entity','01a1faeea753700080521072b23cbc1d','I',NULL,NULL);
INSERT INTO "change" VALUES(80,1,'entity','01a1faeea75370008088de1acada07a3','I',NULL,NULL);
INSERT INTO "change" VALUES(83,1,'entity','01a1faeea7537000803cf5cad5ea9afd','U','{"parent_id":null}','{"parent_id":"01a1faeea753700080521072b23cbc1d"}');
INSERT INTO "change" VALUES(208,1,'entity_alias','01a1faeea75e700080f28cdd79d27068','I',NULL,NULL);
INSERT INTO "change" VALUES(209,1,'entity_alias','01a1faeea75e700080f4d981b3d9f587','I',NULL,NULL);
INSERT INTO "change" VALUES(210,1,'entity_alias','01a1faeea75e700080f6e665ebdd638b','I',NULL,NULL);
INSERT INTO "change" VALUES(211,1,'entity_alias','01a1faeea75e700080f87b9e4c555ab3','I',NULL,NULL);
INSERT INTO "change" VALUES(216,1,'entity_alias','01a1faeea75e700081023bc3252083de','I',NULL,NULL);
INSERT INTO "change" VALUES(217,1,'entity_alias','01a1faeea75e700081041bd61756d793','I',NULL,NULL);
INSERT INTO "change" VALUES(218,1,'entity_alias','01a1faeea75e7000810684160bba0918','I',NULL,NULL);
INSERT INTO "change" VALUES(244,1,'entity_alias','01a1faeea75e7000813a671c0aaaeae5','I',NULL,NULL);
INSERT INTO "change" VALUES(245,1,'entity_alias','01a1faeea75e7000813cf67594b49d95','I',NULL,NULL);
INSERT INTO "change" VALUES(246,1,'entity_alias','01a1faeea75e7000813e2423f68803fe','I',NULL,NULL);
INSERT INTO "change" VALUES(388,1,'entity_alias','01a1faeea75f700080446a6e63b5613b','I',NULL,NULL);
INSERT INTO "change" VALUES(389,1,'entity_alias','01a1faeea75f70008046153c708d424c','I',NULL,NULL);
INSERT INTO "change" VALUES(390,1,'entity_alias','01a1faeea75f70008048033668a8a703','I',NULL,NULL);
INSERT INTO "change" VALUES(391,1,'entity_alias','01a1faeea75f7000804a32febd760aac','I',NULL,NULL);
INSERT INTO "change" VALUES(394,1,'entity_alias','01a1faeea75f70008050e7da3876cec5','I',NULL,NULL);
INSERT INTO "change" VALUES(395,1,'entity_alias','01a1faeea75f7000805277b568f4bd4d','I',NULL,NULL);
INSERT INTO "change" VALUES(396,1,'entity_alias','01a1faeea75f70008054ee35961c87cf','I',NULL,NULL);
INSERT INTO "change" VALUES(472,1,'entity_alias','01a1faeea75f700080ec08370d461487','I',NULL,NULL);
INSERT INTO "change" VALUES(473,1,'entity_alias','01a1faeea75f700080ee1403fcd55726','I',NULL,NULL);
INSERT INTO "change" VALUES(474,1,'entity_alias','01a1faeea75f700080f09373eb7e32ee','I',NULL,NULL);
INSERT INTO "change" VALUES(476,1,'entity_alias','01a1faeea75f700080f4f585853c7bb7','I',NULL,NULL);
INSERT INTO "change" VALUES(477,1,'entity_alias','01a1faeea75f700080f6d0e0fa6c9c7b','I',NULL,NULL);
INSERT INTO "change" VALUES(479,1,'entity_alias','01a1faeea75f700080fad42370c362f5','I',NULL,NULL);
INSERT INTO "change" VALUES(483,1,'entity_alias','01a1faeea75f7000810270d8a7c6ea80','I',NULL,NULL);
INSERT INTO "change" VALUES(641,1,'entity_alias','01a1faeea75f7000823e5af143ffc4c0','I',NULL,NULL);
INSERT INTO "change" VALUES(642,1,'entity_alias','01a1faeea75f70008240ccb955de84e4','I',NULL,NULL);
INSERT INTO "change" VALUES(663,1,'entity_domain','01a1faeea76370008010a16a807f4967','I',NULL,NULL);
INSERT INTO "change" VALUES(711,1,'entity_domain','01a1faeea7637000807078df38dd1df7','I',NULL,NULL);
INSERT INTO "change" VALUES(712,2,'meeting','01a1faeea76a7000800027a43bf717fb','I',NULL,NULL);
INSERT INTO "change" VALUES(713,3,'person','01a1faeea77170008000d4e42a4e2108','I',NULL,NULL);
INSERT INTO "change" VALUES(714,3,'person_name','01a1faeea77370008000ea9077920cd9','I',NULL,NULL);
INSERT INTO "change" VALUES(715,3,'participation','01a1faeea7767000800022087364ca9c','I',NULL,NULL);
INSERT INTO "change" VALUES(716,4,'person','01a1faeea779700080000205c47500e0','I',NULL,NULL);
INSERT INTO "change" VALUES(717,4,'person_name','01a1faeea77970008002b0a320fbf2c9','I',NULL,NULL);
INSERT INTO "change" VALUES(718,4,'participation','01a1faeea77a7000800012266610fda3','I',NULL,NULL);
INSERT INTO "change" VALUES(719,5,'person','01a1faeea77c70008000c4418b01dd3d','I',NULL,NULL);
INSERT INTO "change" VALUES(720,5,'person_name','01a1faeea77c70008002bdca1b74b4da','I',NULL,NULL);
INSERT INTO "change" VALUES(721,5,'participation','01a1faeea77d7000800045a560533f10','I',NULL,NULL);
INSERT INTO "change" VALUES(722,6,'person','01a1faeea77f7000800037f1912e6218','I',NULL,NULL);
INSERT INTO "change" VALUES(723,6,'person_name','01a1faeea7807000800053c0a760a01d','I',NULL,NULL);
INSERT INTO "change" VALUES(724,6,'participation','01a1faeea78070008002a01e0e5e601e','I',NULL,NULL);
INSERT INTO "change" VALUES(725,7,'person','01a1faeea78170008002f77c17f4c091','I',NULL,NULL);
INSERT INTO "change" VALUES(726,7,'person_name','01a1faeea78170008004aef1153bce08','I',NULL,NULL);
INSERT INTO "change" VALUES(727,7,'participation','01a1faeea782700080005d105bbc666d','I',NULL,NULL);
INSERT INTO "change" VALUES(728,8,'person','01a1faeea78370008002d69031b987df','I',NULL,NULL);
INSERT INTO "change" VALUES(729,8,'person_name','01a1faeea78470008000f49290a97b3e','I',NULL,NULL);
INSERT INTO "change" VALUES(730,8,'person_email','01a1faeea784700080028580a9e2c69c','I',NULL,NULL);
INSERT INTO "change" VALUES(731,9,'chapter','01a1faeea786700080008a5a79815ed8','I',NULL,NULL);
INSERT INTO "change" VALUES(732,10,'workstream','01a1faeea78770008000f98cfbfda245','I',NULL,NULL);
INSERT INTO "change" VALUES(733,11,'workstream','01a1faeea78970008002e509d6641f96','I',NULL,NULL);
INSERT INTO "change" VALUES(734,12,'task','01a1faeea78c700080002997f48b90b8','I',NULL,NULL);
INSERT INTO "change" VALUES(735,13,'task','01a1faeea78d700080006c595cf7e7b0','I',NULL,NULL);
INSERT INTO "change" VALUES(736,14,'task','01a1faeea78e70008000ab7a7fa6bcb5','I',NULL,NULL);
INSERT INTO "change" VALUES(737,15,'progress_entry','01a1faeea78f70008000ce889749464f','I',NULL,NULL);
CREATE TABLE chapter (
	id VARCHAR(32) NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_chapter PRIMARY KEY (id)
);
INSERT INTO "chapter" VALUES('01a1faeea786700080008a5a79815ed8','Oceans and coasts',1);
CREATE TABLE entity (
	id VARCHAR(32) NOT NULL, 
	acronym TEXT DEFAULT '' NOT NULL, 
	full_name TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	parent_id VARCHAR(32), 
	unsure INTEGER DEFAULT '0' NOT NULL, counts_as_parent INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_entity PRIMARY KEY (id), 
	CONSTRAINT fk_entity_parent_id FOREIGN KEY(parent_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity" VALUES('01a1faeea753700080060ea3da3bed64','EMG','United Nations Environment Management Group','secretariat',NULL,0,0);
INSERT INTO "entity" VALUES('01a1faeea7537000800ee3cbc3998cde','FAO','Food and Agriculture Organization of the United Nations','member',NULL,0,0);
INSERT INTO "entity" VALUES('01a1faeea7537000803cf5cad5ea9afd','SUN','Sustainable United Nations facility (hosted by UNEP)','secretariat','01a1faeea753700080521072b23cbc1d',0,0);
INSERT INTO "entity" VALUES('01a1faeea753700080521072b23cbc1d','UNEP','United Nations Environment Programme','member',NULL,0,0);
INSERT INTO "entity" VALUES('01a1faeea75370008088de1acada07a3','WWF','World Wide Fund for Nature','observer',NULL,0,0);
CREATE TABLE entity_alias (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_alias PRIMARY KEY (id), 
	CONSTRAINT fk_entity_alias_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity_alias" VALUES('01a1faeea75e700080f28cdd79d27068','01a1faeea753700080060ea3da3bed64','EMG Secretariat');
INSERT INTO "entity_alias" VALUES('01a1faeea75e700080f4d981b3d9f587','01a1faeea753700080060ea3da3bed64','UNEMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e700080f6e665ebdd638b','01a1faeea753700080060ea3da3bed64','UN EMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e700080f87b9e4c555ab3','01a1faeea753700080060ea3da3bed64','UN-EMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e700081023bc3252083de','01a1faeea753700080060ea3da3bed64','UNEP/EMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e700081041bd61756d793','01a1faeea753700080060ea3da3bed64','UNEP-EMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e7000810684160bba0918','01a1faeea753700080060ea3da3bed64','UNEP EMG');
INSERT INTO "entity_alias" VALUES('01a1faeea75e7000813a671c0aaaeae5','01a1faeea7537000800ee3cbc3998cde','UN FAO');
INSERT INTO "entity_alias" VALUES('01a1faeea75e7000813cf67594b49d95','01a1faeea7537000800ee3cbc3998cde','UNFAO');
INSERT INTO "entity_alias" VALUES('01a1faeea75e7000813e2423f68803fe','01a1faeea7537000800ee3cbc3998cde','FAO of the UN');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080446a6e63b5613b','01a1faeea7537000803cf5cad5ea9afd','Sustainable UN');
INSERT INTO "entity_alias" VALUES('01a1faeea75f70008046153c708d424c','01a1faeea7537000803cf5cad5ea9afd','SUN Facility');
INSERT INTO "entity_alias" VALUES('01a1faeea75f70008048033668a8a703','01a1faeea7537000803cf5cad5ea9afd','SUN Secretariat');
INSERT INTO "entity_alias" VALUES('01a1faeea75f7000804a32febd760aac','01a1faeea7537000803cf5cad5ea9afd','Sustainable UN Facility');
INSERT INTO "entity_alias" VALUES('01a1faeea75f70008050e7da3876cec5','01a1faeea7537000803cf5cad5ea9afd','UNEP/SUN');
INSERT INTO "entity_alias" VALUES('01a1faeea75f7000805277b568f4bd4d','01a1faeea7537000803cf5cad5ea9afd','UNEP-SUN');
INSERT INTO "entity_alias" VALUES('01a1faeea75f70008054ee35961c87cf','01a1faeea7537000803cf5cad5ea9afd','UNEP SUN');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080ec08370d461487','01a1faeea753700080521072b23cbc1d','UN Environment');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080ee1403fcd55726','01a1faeea753700080521072b23cbc1d','UN-Environment');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080f09373eb7e32ee','01a1faeea753700080521072b23cbc1d','UNEnvironment');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080f4f585853c7bb7','01a1faeea753700080521072b23cbc1d','PNUE');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080f6d0e0fa6c9c7b','01a1faeea753700080521072b23cbc1d','PNUMA');
INSERT INTO "entity_alias" VALUES('01a1faeea75f700080fad42370c362f5','01a1faeea753700080521072b23cbc1d','UN Environment Program');
INSERT INTO "entity_alias" VALUES('01a1faeea75f7000810270d8a7c6ea80','01a1faeea753700080521072b23cbc1d','UN Environment Programme');
INSERT INTO "entity_alias" VALUES('01a1faeea75f7000823e5af143ffc4c0','01a1faeea75370008088de1acada07a3','WWF International');
INSERT INTO "entity_alias" VALUES('01a1faeea75f70008240ccb955de84e4','01a1faeea75370008088de1acada07a3','World Wildlife Fund');
CREATE TABLE entity_domain (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	domain TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_domain PRIMARY KEY (id), 
	CONSTRAINT fk_entity_domain_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity_domain" VALUES('01a1faeea76370008010a16a807f4967','01a1faeea7537000800ee3cbc3998cde','fao.org');
INSERT INTO "entity_domain" VALUES('01a1faeea7637000807078df38dd1df7','01a1faeea75370008088de1acada07a3','wwfint.org');
CREATE TABLE entity_merge (
	id VARCHAR(32) NOT NULL, 
	kept_id VARCHAR(32) NOT NULL, 
	lost_id TEXT DEFAULT '' NOT NULL, 
	lost_name TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	"before" TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_merge PRIMARY KEY (id), 
	CONSTRAINT fk_entity_merge_kept_id FOREIGN KEY(kept_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
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
	meeting_id VARCHAR(32), decisions TEXT DEFAULT '' NOT NULL, 
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
INSERT INTO "meeting" VALUES('01a1faeea76a7000800027a43bf717fb','SOM39 technical','som39technical','Segment SOM39 technical',39,'technical','2030-09-12','','','','','','','','held','','','','','',NULL,'','','','','');
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
	original TEXT DEFAULT '' NOT NULL, walk_in INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_import_id FOREIGN KEY(import_id) REFERENCES import_run (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "participation" VALUES('01a1faeea7767000800022087364ca9c','01a1faeea76a7000800027a43bf717fb','01a1faeea77170008000d4e42a4e2108',1,'','Amélie Dürst','Amélie','Dürst','01a1faeea753700080521072b23cbc1d','UNEP','','member','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1faeea77a7000800012266610fda3','01a1faeea76a7000800027a43bf717fb','01a1faeea779700080000205c47500e0',2,'','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','01a1faeea7537000800ee3cbc3998cde','FAO','','member','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1faeea77d7000800045a560533f10','01a1faeea76a7000800027a43bf717fb','01a1faeea77c70008000c4418b01dd3d',3,'','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','01a1faeea75370008088de1acada07a3','WWF','','observer','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1faeea78070008002a01e0e5e601e','01a1faeea76a7000800027a43bf717fb','01a1faeea77f7000800037f1912e6218',4,'','Светлана Воронова','Светлана','Воронова','01a1faeea753700080060ea3da3bed64','EMG','','secretariat','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1faeea782700080005d105bbc666d','01a1faeea76a7000800027a43bf717fb','01a1faeea78170008002f77c17f4c091',5,'','Ruth Solberg','Ruth','Solberg',NULL,'','','guest','participant','','','registered','online','','',NULL,NULL,'',0);
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
	notes TEXT DEFAULT '' NOT NULL, particles TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person" VALUES('01a1faeea77170008000d4e42a4e2108','Amélie Dürst','Amélie','Dürst','','','01a1faeea753700080521072b23cbc1d','','','','');
INSERT INTO "person" VALUES('01a1faeea779700080000205c47500e0','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','','','01a1faeea7537000800ee3cbc3998cde','','','','');
INSERT INTO "person" VALUES('01a1faeea77c70008000c4418b01dd3d','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','','','01a1faeea75370008088de1acada07a3','','','','');
INSERT INTO "person" VALUES('01a1faeea77f7000800037f1912e6218','Светлана Воронова','Светлана','Воронова','','','01a1faeea753700080060ea3da3bed64','','','','');
INSERT INTO "person" VALUES('01a1faeea78170008002f77c17f4c091','Ruth Solberg','Ruth','Solberg','','',NULL,'','','','');
INSERT INTO "person" VALUES('01a1faeea78370008002d69031b987df','Ines Calado','Ines','Calado','','','01a1faeea7537000800ee3cbc3998cde','','','','');
CREATE TABLE person_email (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_person_email PRIMARY KEY (id), 
	CONSTRAINT fk_person_email_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_email" VALUES('01a1faeea784700080028580a9e2c69c','01a1faeea78370008002d69031b987df','ines@fao.example',0);
CREATE TABLE person_merge (
	id VARCHAR(32) NOT NULL, 
	kept_id VARCHAR(32) NOT NULL, 
	lost_id TEXT DEFAULT '' NOT NULL, 
	lost_name TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	"before" TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person_merge PRIMARY KEY (id), 
	CONSTRAINT fk_person_merge_kept_id FOREIGN KEY(kept_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE person_name (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT pk_person_name PRIMARY KEY (id), 
	CONSTRAINT fk_person_name_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_name" VALUES('01a1faeea77370008000ea9077920cd9','01a1faeea77170008000d4e42a4e2108','Amélie Dürst','amelie durst');
INSERT INTO "person_name" VALUES('01a1faeea77970008002b0a320fbf2c9','01a1faeea779700080000205c47500e0','Jorge Peña Ibáñez','ibanez jorge pena');
INSERT INTO "person_name" VALUES('01a1faeea77c70008002bdca1b74b4da','01a1faeea77c70008000c4418b01dd3d','Ngozi Adeyemi-Okoro','adeyemi ngozi okoro');
INSERT INTO "person_name" VALUES('01a1faeea7807000800053c0a760a01d','01a1faeea77f7000800037f1912e6218','Светлана Воронова','воронова светлана');
INSERT INTO "person_name" VALUES('01a1faeea78170008004aef1153bce08','01a1faeea78170008002f77c17f4c091','Ruth Solberg','ruth solberg');
INSERT INTO "person_name" VALUES('01a1faeea78470008000f49290a97b3e','01a1faeea78370008002d69031b987df','Ines Calado','calado ines');
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
INSERT INTO "progress_entry" VALUES('01a1faeea78f70008000ce889749464f','01a1faeea78c700080002997f48b90b8',1,'ongoing','Half of it.','2031-05-02');
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
INSERT INTO "revision" VALUES(1,'01a1faeea74970008000b7358bf89749','Start the desk','Ada','2026-11-20T21:48:26+00:00','do',NULL,1,0,1,711,0);
INSERT INTO "revision" VALUES(2,'01a1faeea76770008000781ff338b328','New meeting SOM39 technical','Ada','2026-11-20T21:48:26+00:00','do',NULL,2,0,712,712,1);
INSERT INTO "revision" VALUES(3,'01a1faeea76b70008000222de5b05c96','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,3,0,713,715,1);
INSERT INTO "revision" VALUES(4,'01a1faeea7777000800009a67cdc2d03','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,4,0,716,718,1);
INSERT INTO "revision" VALUES(5,'01a1faeea77b70008000e182e4c56d34','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,5,0,719,721,1);
INSERT INTO "revision" VALUES(6,'01a1faeea77e700080009e6e5bae6bfd','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,6,0,722,724,1);
INSERT INTO "revision" VALUES(7,'01a1faeea78170008000204ecf337126','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,7,0,725,727,1);
INSERT INTO "revision" VALUES(8,'01a1faeea7837000800058bcd4d80f86','Add','Ada','2026-11-20T21:48:26+00:00','do',NULL,8,0,728,730,1);
INSERT INTO "revision" VALUES(9,'01a1faeea7857000800044b07ceeb448','Chapter','Ada','2026-11-20T21:48:26+00:00','do',NULL,9,0,731,731,1);
INSERT INTO "revision" VALUES(10,'01a1faeea78670008002969e485a6b45','Workstream','Ada','2026-11-20T21:48:26+00:00','do',NULL,10,0,732,732,1);
INSERT INTO "revision" VALUES(11,'01a1faeea78970008000d1082a79b5b7','Workstream','Ada','2026-11-20T21:48:26+00:00','do',NULL,11,0,733,733,1);
INSERT INTO "revision" VALUES(12,'01a1faeea78a700080003e76fe28706b','Task','Ada','2026-11-20T21:48:26+00:00','do',NULL,12,0,734,734,1);
INSERT INTO "revision" VALUES(13,'01a1faeea78c7000800266892359ee2b','Task','Ada','2026-11-20T21:48:26+00:00','do',NULL,13,0,735,735,1);
INSERT INTO "revision" VALUES(14,'01a1faeea78d70008002f90047d91849','Task','Ada','2026-11-20T21:48:26+00:00','do',NULL,14,0,736,736,1);
INSERT INTO "revision" VALUES(15,'01a1faeea78e70008002f68d59a3a5f5','Entry','Ada','2026-11-20T21:48:26+00:00','do',NULL,15,0,737,737,1);
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
INSERT INTO "task" VALUES('01a1faeea78c700080002997f48b90b8','01a1faeea786700080008a5a79815ed8','01a1faeea78770008000f98cfbfda245',1,'Make the map.','','','','');
INSERT INTO "task" VALUES('01a1faeea78d700080006c595cf7e7b0','01a1faeea786700080008a5a79815ed8','01a1faeea78970008002e509d6641f96',2,'Make the survey.','','','','');
INSERT INTO "task" VALUES('01a1faeea78e70008000ab7a7fa6bcb5','01a1faeea786700080008a5a79815ed8',NULL,3,'Make the website.','','','','');
CREATE TABLE two_entities (
	id VARCHAR(32) NOT NULL, 
	one_id VARCHAR(32) NOT NULL, 
	other_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_two_entities PRIMARY KEY (id), 
	CONSTRAINT fk_two_entities_one_id FOREIGN KEY(one_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_two_entities_other_id FOREIGN KEY(other_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE two_people (
	id VARCHAR(32) NOT NULL, 
	one_id VARCHAR(32) NOT NULL, 
	other_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_two_people PRIMARY KEY (id), 
	CONSTRAINT fk_two_people_one_id FOREIGN KEY(one_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_two_people_other_id FOREIGN KEY(other_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
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
INSERT INTO "workstream" VALUES('01a1faeea78770008000f98cfbfda245','Task Team on Reefs','','',NULL,'01a1faeea786700080008a5a79815ed8',1,'','','','active');
INSERT INTO "workstream" VALUES('01a1faeea78970008002e509d6641f96','Coalition on Ports','','',NULL,'01a1faeea786700080008a5a79815ed8',2,'','','','active');
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
CREATE INDEX ix_entity_domain_entity_id ON entity_domain (entity_id);
CREATE INDEX ix_two_people_one_id ON two_people (one_id);
CREATE INDEX ix_two_people_other_id ON two_people (other_id);
CREATE INDEX ix_person_merge_kept_id ON person_merge (kept_id);
CREATE INDEX ix_two_entities_one_id ON two_entities (one_id);
CREATE INDEX ix_two_entities_other_id ON two_entities (other_id);
CREATE INDEX ix_entity_merge_kept_id ON entity_merge (kept_id);
COMMIT;
